using OldEstateRenewal.Web.Features.Imports.Reading;

namespace OldEstateRenewal.Web.Features.Imports;

/// <summary>A row while it is being decided.</summary>
internal sealed class RowPlan(ReadRow row, SheetReading table)
{
    private readonly List<RowNote> notes = row.Problems.Select(problem => new RowNote(problem.Column, problem.Cell, problem.Field is { } field ? ImportFields.Label(field) : null,
        problem.Field is { } read ? row.Raw.GetValueOrDefault(read) : null, problem.Severity == Severity.Error, problem.Text)).ToList();

    private readonly List<Difference> differences = [];
    private Question? question;
    private bool isOpen;

    public string Title { get; set; } = "";

    public RowChanges Changes { get; } = new();

    /// <summary>Whether the row itself makes what it speaks of.</summary>
    public bool IsNew { get; set; }

    public bool IsOpen => isOpen;

    public bool HasErrors => notes.Any(note => note.IsError);

    public void Error(ImportField field, string text) => Note(field, text, isError: true);

    public void Warn(ImportField field, string text) => Note(field, text, isError: false);

    public void Open(string text)
    {
        isOpen = true;
        notes.Add(new RowNote(-1, "", null, null, false, text));
    }

    public void Ask(Question asked)
    {
        question = asked;
        isOpen = true;
    }

    public void Differs(string label, string? before, string? after)
    {
        if (before != after && after is not null) differences.Add(new Difference(label, before, after));
    }

    public PlannedRow Skipped() => new(ImportRowState.Skipped, new RowSheet(Title, notes, []), new RowChanges());

    public PlannedRow Finish()
    {
        var state = HasErrors ? ImportRowState.Refused : isOpen ? ImportRowState.Open : IsNew ? ImportRowState.New : Changes.IsEmpty ? ImportRowState.Same : ImportRowState.Changed;
        // A row makes what it needs along only when nothing is wrong with it, so that no later row relies on what is dropped here.
        return new PlannedRow(state, new RowSheet(Title, notes, differences, question), state is ImportRowState.Refused or ImportRowState.Open ? new RowChanges() : Changes);
    }

    private void Note(ImportField field, string text, bool isError)
    {
        var column = table.ColumnOf(field);
        notes.Add(new RowNote(column?.Index ?? -1, column is null ? "" : $"{column.Letter}{row.Number}", ImportFields.Label(field), row.Raw.GetValueOrDefault(field), isError, text));
    }
}
