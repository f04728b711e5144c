import assert from "node:assert/strict";
import { mkdir, readlink, rm } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import type { Service } from "../../src/model/service/service.ts";
import { ContextLinks } from "../../src/stages/build/contexts/context-links.ts";
import { service } from "../publish/fixture.ts";
import { temporaryFolder } from "../support/repo.ts";
import { anImage } from "./support.ts";

const named = (name: string, more: Partial<Service>) => service(name, `host/${name}`, more);

test("contexts have unique names: only equal contexts with equal folders are shared", async () => {
	const folder = await temporaryFolder();
	try {
		const root = path.join(folder, "root");
		await mkdir(root);
		const contexts = new ContextLinks(path.join(folder, "links"), root);
		const at = (one: Service, platform: string, use: "context" | "dockerfile" | "context:more", relative: string) =>
			contexts.pathOf(anImage(one, { platform }), one, use, relative);
		const [arm, amd] = ["linux/arm64", "linux/amd64"] as const;
		const [a, b] = [named("a", { context: "x/app" }), named("b", { context: "x/app" })];
		const other = named("c", { context: "y/app" });
		const more = named("d", { context: "x/app", contexts: { more: { kind: "path", path: "m" } } });

		const link = at(a, arm, "context", "x/app");
		assert.equal(at(a, amd, "context", "x/app"), link);
		assert.equal(at(b, arm, "context", "x/app"), link);
		const links = [
			...[link, at(other, arm, "context", "y/app"), at(more, arm, "context", "x/app")],
			...[at(a, arm, "dockerfile", "x"), at(a, amd, "dockerfile", "x"), at(b, arm, "dockerfile", "x")],
			...[at(more, arm, "context:more", "m"), at(more, amd, "context:more", "m")],
		];
		assert.equal(new Set(links).size, links.length);
		const names = [link, at(other, arm, "context", "y/app"), at(more, arm, "context", "x/app")].map((one) =>
			path.basename(one),
		);
		assert.equal(new Set(names).size, 3, "the last part is what buildx takes for the name");
		await contexts.create();
		assert.equal(await readlink(link), path.join(root, "x/app"));
		assert.equal(await readlink(links.at(-1) ?? ""), path.join(root, "m"));
	} finally {
		await rm(folder, { recursive: true });
	}
});
