// While a Chinese word is still being spelt, nothing is searched; htmx waits for compositionend.
document.addEventListener("input", event => { if (event.isComposing) event.stopImmediatePropagation(); }, true);
