// The search page: asks the index of the page's own language as the reader types. Nothing leaves the browser.
(async () => {
  const form = document.querySelector("[data-search]");
  if (!form) return;
  const input = form.querySelector("input");
  const list = document.querySelector("[data-search-results]");
  const status = document.querySelector("[data-search-status]");
  let pagefind;
  let latest = 0;

  const load = async () => {
    pagefind ??= await import(new URL(form.dataset.search, document.baseURI).href);
    return pagefind;
  };

  const row = (result) => {
    const item = document.createElement("li");
    item.className = "row row--text";
    const box = document.createElement("div");
    const name = document.createElement("h2");
    name.className = "row__name";
    const link = document.createElement("a");
    link.href = result.url;
    link.textContent = result.meta.title;
    const text = document.createElement("p");
    text.className = "row__text";
    // Pagefind marks the words it found with <mark> and escapes everything else.
    for (const [number, part] of result.excerpt.split(/<\/?mark>/).entries()) {
      const node = document.createElement(number % 2 ? "mark" : "span");
      node.textContent = new DOMParser().parseFromString(`<p>${part}</p>`, "text/html").body.textContent;
      text.append(node);
    }
    name.append(link);
    box.append(name, text);
    item.append(box);
    return item;
  };

  const search = async () => {
    const words = input.value.trim();
    const turn = ++latest;
    if (!words) { list.replaceChildren(); status.textContent = ""; return; }
    const found = await (await load()).search(words);
    const results = await Promise.all(found.results.slice(0, 20).map((one) => one.data()));
    if (turn !== latest) return;
    list.replaceChildren(...results.map(row));
    status.textContent = (results.length ? form.dataset.found : form.dataset.none).replace("{n}", new Intl.NumberFormat(document.documentElement.lang).format(found.results.length));
  };

  let pause;
  input.addEventListener("focus", load, { once: true });
  input.addEventListener("input", () => { clearTimeout(pause); pause = setTimeout(search, 150); });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    history.replaceState(null, "", `?q=${encodeURIComponent(input.value)}`);
    search();
  });
  input.value = new URLSearchParams(location.search).get("q") ?? "";
  if (input.value) search();
})();
