// While a Chinese word is still being spelt, nothing is searched; htmx waits for compositionend.
document.addEventListener("input", event => { if (event.isComposing) event.stopImmediatePropagation(); }, true);

// The session has ended: the whole page asks to sign in again, not a piece of it.
document.addEventListener("htmx:beforeSwap", event => {
  if (new URL(event.detail.xhr.responseURL).pathname !== "/sign-in") return;
  event.detail.shouldSwap = false;
  location.reload();
});

// What the search box found goes away with Escape, or when one looks elsewhere.
const forgetHits = () => { const hits = document.getElementById("hits"); if (hits) hits.replaceChildren(); };
document.addEventListener("keydown", event => { if (event.key === "Escape") forgetHits(); });
document.addEventListener("click", event => { if (!event.target.closest(".find")) forgetHits(); });
