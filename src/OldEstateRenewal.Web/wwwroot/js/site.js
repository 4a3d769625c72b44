// While a Chinese word is still being spelt, nothing is searched; htmx waits for compositionend.
document.addEventListener("input", event => { if (event.isComposing) event.stopImmediatePropagation(); }, true);

// The session has ended: the whole page asks to sign in again, not a piece of it.
document.addEventListener("htmx:beforeSwap", event => {
  if (new URL(event.detail.xhr.responseURL).pathname !== "/sign-in") return;
  event.detail.shouldSwap = false;
  location.reload();
});

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
