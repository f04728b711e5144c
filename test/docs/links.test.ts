import assert from "node:assert/strict";
import { statSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { anchorsOf, outside, pages, root } from "./blocks.ts";

interface Link {
	readonly page: string;
	readonly line: number;
	readonly target: string;
}

const links: readonly Link[] = pages.flatMap((page) =>
	outside(page).flatMap((line, i) =>
		[
			...line.replace(/`[^`]*`/g, "").matchAll(/\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)|(?:src|href|srcset)="([^"]+)"/g),
		].map(([, inline, html]) => ({
			...{ page, line: i + 1, target: inline ?? html ?? "" },
		})),
	),
);

test("every link within the repository leads to an existing file and heading", () => {
	const broken: string[] = [];
	for (const { page, line, target } of links) {
		if (/^[a-z]+:/i.test(target)) continue;
		const [file = "", anchor] = target.split("#");
		const to = file === "" ? page : path.posix.normalize(path.posix.join(path.posix.dirname(page), decodeURI(file)));
		const there = !to.startsWith("..") && statSync(path.join(root, to), { throwIfNoEntry: false });
		if (!there) broken.push(`${page}:${line}: there is no ${to}`);
		else if (anchor !== undefined && to.endsWith(".md") && !anchorsOf(to).has(anchor))
			broken.push(`${page}:${line}: ${to} has no heading #${anchor}`);
	}
	assert.deepEqual(broken, []);
	assert.ok(links.length > 100, "there are links at all");
});

test("external links are complete https URLs", () => {
	for (const { page, line, target } of links)
		if (/^[a-z]+:/i.test(target)) assert.match(target, /^https:\/\/[\w.-]+\.[a-z]+(?:\/\S*)?$/, `${page}:${line}`);
});

test("every page is reachable from the README", () => {
	const reached = new Set(["README.md"]);
	for (let before = 0; before < reached.size; ) {
		before = reached.size;
		for (const { page, target } of links)
			if (reached.has(page) && !/^[a-z]+:/i.test(target))
				reached.add(path.posix.normalize(path.posix.join(path.posix.dirname(page), target.split("#", 1)[0] ?? "")));
	}
	assert.deepEqual(
		pages.filter((page) => !reached.has(page)),
		[],
	);
});
