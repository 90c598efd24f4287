// Buttons that copy a text: their own `data-copy`, or what stands in the element that `data-copies` names.
document.addEventListener("click", async (event) => {
  const button = event.target.closest?.("[data-copy], [data-copies]");
  if (!button) return;
  const text = button.dataset.copy ?? document.getElementById(button.dataset.copies).value;
  const area = Object.assign(document.createElement("textarea"), { value: text });
  const byHand = () => { document.body.append(area); area.select(); document.execCommand("copy"); area.remove(); button.focus(); };
  // Pages opened from a folder, or without TLS, have no clipboard of their own.
  try { await navigator.clipboard.writeText(text); } catch { byHand(); }
  const label = (button.dataset.label ??= button.textContent);
  button.textContent = button.dataset.copied;
  setTimeout(() => { button.textContent = label; }, 2000);
});
