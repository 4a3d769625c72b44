// Recording by keyboard: one key, one act. Acts are sent one after the other, again and again until they are answered, each under its own number:
// what is sent twice counts once. Nothing waits on the page for the answer.
const board = document.querySelector("[data-record]");
if (board) {
  const state = document.getElementById("vote-state"), queue = [], done = [];
  const keys = { 1: "Agree", 2: "Oppose", 3: "Abstain", 4: "Invalid", 0: "" };
  let isSending = false;
  const cells = () => [...board.querySelectorAll("td.vote")];
  const tell = text => { state.textContent = text; };

  const send = async () => {
    if (isSending) return;
    isSending = true;
    for (let wait = 500; queue.length > 0;) {
      const act = queue[0], cell = board.querySelector(`[data-dwelling="${act.dwelling}"]`);
      const form = new FormData();
      form.set("__RequestVerificationToken", board.querySelector("[name=__RequestVerificationToken]").value);
      form.set("ActId", act.id);
      form.set("DwellingId", act.dwelling);
      if (board.dataset.matter) form.set("MatterId", board.dataset.matter);
      if (act.choice) form.set("Choice", act.choice);
      form.set("Channel", board.dataset.channel);
      form.set("Signed", board.dataset.signed);
      const seen = act.seen ?? cell.dataset.seen;
      for (const pair of seen.split(" ").filter(pair => pair)) form.append("Seen", pair);
      try {
        act.seen = seen;
        const answer = await fetch(board.dataset.record, { method: "POST", body: form, headers: { "X-Requested-With": "fetch" } });
        if (answer.redirected) { location.reload(); return; }
        if (answer.status >= 500) throw new Error("later");
        queue.shift();
        wait = 500;
        if (answer.status === 400 || answer.status === 404) { tell("这一户没有录入，请刷新页面。"); continue; }
        const here = cell.contains(document.activeElement);
        const row = document.createElement("table");
        row.innerHTML = `<tbody><tr>${await answer.text()}</tr></tbody>`;
        const fresh = row.querySelector("td");
        cell.replaceWith(fresh);
        if (here) fresh.querySelector("a").focus();
        if (answer.headers.get("X-Vote") === "Recorded" && !act.isUndo) done.push({ dwelling: act.dwelling, before: act.before });
        const told = document.querySelector(".sub [aria-current] .soft");
        if (told) told.textContent = `${cells().filter(each => !each.classList.contains("missing")).length}/${cells().length}`;
        tell(queue.length > 0 ? `还有 ${queue.length} 户在途` : answer.ok ? "已存" : "请看标红的户");
      } catch {
        tell(`没有连上，${queue.length} 户待发，正在重试`);
        await new Promise(ready => setTimeout(ready, wait));
        wait = Math.min(wait * 2, 8000);
      }
    }
    isSending = false;
  };

  const record = (cell, choice, isUndo) => {
    if (board.dataset.open !== "true") return tell("现在不收票。");
    const before = Object.values(keys).find(known => known && cell.classList.contains(known.toLowerCase())) ?? "";
    queue.push({ id: crypto.randomUUID(), dwelling: cell.dataset.dwelling, choice, before, isUndo, seen: null });
    cell.classList.add("sending");
    send();
  };

  const missing = from => {
    const all = cells(), at = all.indexOf(from);
    return [...all.slice(at + 1), ...all.slice(0, at)].find(cell => cell.classList.contains("missing") && !cell.classList.contains("sending"));
  };

  const beside = (cell, [dx, dy]) => {
    const middle = box => [box.left + box.width / 2, box.top + box.height / 2];
    const [x, y] = middle(cell.getBoundingClientRect());
    let best = null, least = Infinity;
    for (const other of cells()) {
      const at = middle(other.getBoundingClientRect());
      const [along, aside] = dx ? [(at[0] - x) * dx, Math.abs(at[1] - y)] : [(at[1] - y) * dy, Math.abs(at[0] - x)];
      const far = along + aside * 3;
      if (along > 1 && far < least) [best, least] = [other, far];
    }
    return best;
  };

  board.addEventListener("keydown", event => {
    const cell = event.target.closest("td.vote");
    if (!cell || event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
    const ways = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };
    const key = event.key.toLowerCase();
    let next = null;
    if (ways[event.key]) next = beside(cell, ways[event.key]);
    else if (key in keys) { record(cell, keys[key], false); next = keys[key] ? missing(cell) ?? cell : cell; }
    else if (key === "n") next = missing(cell);
    else if (key === "u") {
      const last = done.pop(), back = last && board.querySelector(`[data-dwelling="${last.dwelling}"]`);
      if (back) { record(back, last.before, true); next = back; } else tell("没有可撤销的。");
    } else return;
    event.preventDefault();
    next?.querySelector("a").focus();
  });

  addEventListener("beforeunload", event => { if (queue.length > 0) event.preventDefault(); });
  (cells().find(cell => cell.classList.contains("missing")) ?? cells()[0])?.querySelector("a").focus({ preventScroll: true });
}
