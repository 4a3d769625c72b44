using OldEstateRenewal.Web.Features.Imports.Reading;

namespace OldEstateRenewal.Web.Features.Imports;

/// <summary>A row while it is being decided.</summary>
internal sealed class RowPlan(ReadRow row, SheetReading table)
{
    private readonly List<RowNote> notes = row.Problems.Select(problem => new RowNote(problem.Column, problem.Cell, problem.Field is { } field ? ImportFields.Label(field) : null,
        problem.Field is { } read ? row.Raw.GetValueOrDefault(read) : null, problem.Severity == Severity.Error, problem.Text)).ToList();

    private readonly List<Difference> differences = [];
    private readonly List<Action> undoings = [];
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

    /// <summary>What is to be taken back when nothing comes of the row.</summary>
    public void IfDropped(Action undo) => undoings.Add(undo);

    public PlannedRow Skipped() => new(ImportRowState.Skipped, new RowSheet(Title, notes, []), new RowChanges());

    public PlannedRow Finish()
    {
        var state = HasErrors ? ImportRowState.Refused : isOpen ? ImportRowState.Open : IsNew ? ImportRowState.New : Changes.IsEmpty ? ImportRowState.Same : ImportRowState.Changed;
        var isDropped = state is ImportRowState.Refused or ImportRowState.Open;
        // No later row may rely on what is dropped here.
        if (isDropped) foreach (var undo in Enumerable.Reverse(undoings)) undo();
        return new PlannedRow(state, new RowSheet(Title, notes, differences, question), isDropped ? new RowChanges() : Changes);
    }

    private void Note(ImportField field, string text, bool isError)
    {
        var column = table.ColumnOf(field);
        notes.Add(new RowNote(column?.Index ?? -1, column is null ? "" : $"{column.Letter}{row.Number}", ImportFields.Label(field), row.Raw.GetValueOrDefault(field), isError, text));
    }
}
