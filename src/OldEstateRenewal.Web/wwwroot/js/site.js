// While a Chinese word is still being spelt, nothing is searched; htmx waits for compositionend.
document.addEventListener("input", event => { if (event.isComposing) event.stopImmediatePropagation(); }, true);

// The session has ended: the whole page asks to sign in again, not a piece of it.
document.addEventListener("htmx:beforeSwap", event => {
  if (new URL(event.detail.xhr.responseURL).pathname !== "/sign-in") return;
  event.detail.shouldSwap = false;
  location.reload();
});

// In a sheet for typing, arrows and Enter go from cell to cell by where the cells stand, so that joined and missing ones do no harm.
document.addEventListener("keydown", event => {
  const here = event.target;
  if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey || !here.matches?.("[data-cells] [data-nav]")) return;
  const ways = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0], Enter: [0, event.shiftKey ? -1 : 1] };
  const way = ways[event.key];
  if (!way || here.tagName === "SELECT" && event.key !== "Enter") return;
  const atEdge = here.tagName === "SELECT" || here.selectionStart === (way[0] < 0 ? 0 : here.value.length) || here.selectionEnd - here.selectionStart === here.value.length;
  if (way[0] !== 0 && !atEdge) return;
  event.preventDefault();
  const middle = box => [box.left + box.width / 2, box.top + box.height / 2];
  const [x, y] = middle(here.getBoundingClientRect());
  let best = null, least = Infinity;
  const cells = here.closest("table").querySelectorAll(`[data-nav="${here.dataset.nav}"]`);
  for (const cell of cells) {
    const at = middle(cell.getBoundingClientRect());
    const [along, aside] = way[0] ? [(at[0] - x) * way[0], Math.abs(at[1] - y)] : [(at[1] - y) * way[1], Math.abs(at[0] - x)];
    const far = along + aside * (way[0] ? 1000 : 3);
    if (along > 1 && far < least) [best, least] = [cell, far];
  }
  // From the foot of a column Enter goes on at the head of the next.
  if (!best && event.key === "Enter" && !event.shiftKey) {
    for (const cell of cells) {
      const at = middle(cell.getBoundingClientRect());
      if (at[0] > x + 1 && (at[0] - x) * 1000 + at[1] < least) [best, least] = [cell, (at[0] - x) * 1000 + at[1]];
    }
  }
  best?.focus();
  best?.select?.();
});
// What the search box found goes away with Escape, or when one looks elsewhere.
const forgetHits = () => { const hits = document.getElementById("hits"); if (hits) hits.replaceChildren(); };
document.addEventListener("keydown", event => { if (event.key === "Escape") forgetHits(); });
document.addEventListener("click", event => { if (!event.target.closest(".find")) forgetHits(); });
// Photos are made smaller before they are sent, which also leaves out where they were taken. Without this the server leaves it out.
document.addEventListener("change", async event => {
  const input = event.target;
  if (!(input instanceof HTMLInputElement) || !("shrink" in input.dataset)) return;
  const longest = 2000, files = new DataTransfer();
  for (const file of input.files) {
    let kept = file;
    try {
      if (file.type === "image/jpeg") {
        const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
        const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
        const canvas = document.createElement("canvas");
        [canvas.width, canvas.height] = [Math.round(picture.width * scale), Math.round(picture.height * scale)];
        canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
        const blob = await new Promise(done => canvas.toBlob(done, "image/jpeg", 0.85));
        if (blob) kept = new File([blob], file.name, { type: "image/jpeg" });
      }
    } catch { /* The server will say what is wrong with it. */ }
    files.items.add(kept);
  }
  input.files = files.files;
});
// On a narrow screen the navigation is one row that may be pushed: it begins where one is.
for (const here of document.querySelectorAll(".top nav .here, .sub [aria-current]")) {
  const row = here.closest("ul, .sub");
  row.scrollLeft = here.offsetLeft - row.offsetLeft - (row.clientWidth - here.offsetWidth) / 2;
}
