// A stack of sheets by keyboard and hand scanner: the code and Enter, a digit for each matter, Enter. Without this the form is a form.
const stackForm = document.querySelector("[data-sheets]");
if (stackForm) {
  const code = stackForm.querySelector("#Code"), state = document.getElementById("sheet-state"), save = stackForm.querySelector("button[type=submit]");
  const matters = [...stackForm.querySelectorAll("[data-matter]")];
  const first = matter => matter.querySelector("input:checked") ?? matter.querySelector("input");
  const open = () => matters.find(matter => !matter.querySelector("input:checked"));

  // As in ISO 7064 mod 11,10: the last digit tells a slip of the finger before anything is sent.
  const isSound = digits => {
    if (!/^\d{8}$/.test(digits)) return false;
    let sum = 10;
    for (const digit of digits.slice(0, -1)) sum = ((sum + Number(digit)) % 10 || 10) * 2 % 11;
    return (11 - sum) % 10 === Number(digits.at(-1));
  };

  code.addEventListener("keydown", event => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    code.value = code.value.normalize("NFKC").replace(/[\s-]/g, "");
    if (!isSound(code.value)) { state.textContent = "票号有误，请核对票面。"; code.select(); return; }
    const next = open();
    if (!next) { save.click(); return; }
    state.textContent = "1 同意　2 不同意　3 弃权　4 无效　0 没有填";
    first(next).focus();
  });

  stackForm.addEventListener("keydown", event => {
    const matter = event.target.closest("[data-matter]");
    if (!matter || event.altKey || event.ctrlKey || event.metaKey || !/^[0-4]$/.test(event.key)) return;
    event.preventDefault();
    for (const choice of matter.querySelectorAll("input")) choice.checked = choice.dataset.key === event.key;
    const next = matters[matters.indexOf(matter) + 1];
    if (next) first(next).focus(); else save.focus();
  });

  stackForm.addEventListener("submit", () => { save.disabled = true; });
  addEventListener("pageshow", () => { save.disabled = save.dataset.closed === "true"; });
  save.dataset.closed = save.disabled;
  if (!document.querySelector(".problem")) code.focus();
}
