/** Search, filters and theme; the page is complete without them. Contains no external data. */
export const pageScript = `
"use strict";
(() => {
	const first = (query) => document.querySelector(query);
	const all = (query) => [...document.querySelectorAll(query)];
	const search = first("#search"), count = first("#count"), controls = first("#controls");
	controls.hidden = false;
	const outcomes = new Map(all("[data-outcome]").map((row) => [row.dataset.service, row.dataset.outcome]));
	const words = new Map(all("[data-outcome]").map((row) => [row.dataset.service, row.textContent.toLowerCase()]));
	const chips = all("button[data-filter]");
	const filtered = all("[data-service]");
	const apply = () => {
		const query = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
		const on = new Set(chips.filter((chip) => chip.getAttribute("aria-pressed") === "true").map((chip) => chip.dataset.filter));
		const shown = new Set();
		for (const [name, text] of words)
			if (query.every((word) => text.includes(word)) && (on.size === 0 || on.has(outcomes.get(name)))) shown.add(name);
		const everything = shown.size === words.size;
		for (const node of filtered) {
			const hit = everything || shown.has(node.dataset.service);
			if (node.closest("svg") && node.tagName !== "TR") node.classList.toggle("dim", !hit);
			else node.hidden = !hit;
		}
		count.textContent = everything ? words.size + " services" : shown.size + " of " + words.size + " services";
	};
	let waiting;
	search.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(apply, 60); });
	for (const chip of chips)
		chip.addEventListener("click", () => {
			chip.setAttribute("aria-pressed", String(chip.getAttribute("aria-pressed") !== "true"));
			apply();
		});
	document.addEventListener("keydown", (event) => {
		if (event.key === "/" && event.target !== search && !event.ctrlKey && !event.metaKey) { event.preventDefault(); search.focus(); }
		if (event.key === "Escape" && event.target === search) { search.value = ""; apply(); }
	});
	const open = () => {
		const target = document.getElementById(location.hash.slice(1));
		if (target instanceof HTMLDetailsElement) { target.open = true; target.querySelector("summary").focus(); }
	};
	addEventListener("hashchange", open);
	open();
	const root = document.documentElement, theme = first("#theme");
	const dark = () => root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
	const name = () => { theme.textContent = dark() ? "Light" : "Dark"; };
	try { const kept = localStorage.getItem("lucid-theme"); if (kept === "dark" || kept === "light") root.dataset.theme = kept; } catch {}
	theme.addEventListener("click", () => {
		root.dataset.theme = dark() ? "light" : "dark";
		try { localStorage.setItem("lucid-theme", root.dataset.theme); } catch {}
		name();
	});
	name();
	apply();
})();
`.trim();
