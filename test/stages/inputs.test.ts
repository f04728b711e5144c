import assert from "node:assert/strict";
import { test } from "node:test";
import { stepSummary } from "../../src/presentation/markdown/step-summary.ts";
import { conclusion } from "../../src/presentation/terminal/conclusion.ts";
import { makeRepo } from "../support/repo.ts";
import { holdingRegistry } from "./registry.ts";
import { plannerOf } from "./support.ts";

test("--inputs lists everything an image is built from, as JSON, as text and in the summary; without it none of that is shown", async () => {
	await using registry = await holdingRegistry();
	const from = `${registry.host}/tools/base:1`;
	registry.put(from, "linux/arm64", "base");
	await using repo = await makeRepo({
		"lucid.yml": `version: 1
project: shop
services:
  lib: { context: lib }
  api:
    context: api
    args: { EDITION: small, UNUSED: x }
    secrets: [npm_token]
    contexts: { shared: shared }
`,
		"lib/Dockerfile": "FROM scratch\nCOPY x /\n",
		"lib/x": "x\n",
		"shared/util.py": "util\n",
		"api/Dockerfile": `FROM ${from}
ARG EDITION
ARG BUILD_DATE
COPY --from=lib /x /x
COPY --from=shared util.py /
COPY src/ /app/
ADD https://example.com/data.json /data.json
RUN --mount=type=bind,source=tools,target=/tools --mount=type=secret,id=npm_token true
`,
		"api/src/main.py": "main\n",
		"api/src/routes.py": "routes\n",
		"api/tools/run": "run\n",
		"api/README.md": "not copied\n",
	});
	await repo.commit();
	await using planner = await plannerOf(repo.root, registry.host);
	assert.equal((await planner.plan({ service: "api" })).inputs, undefined);
	const plan = await planner.plan({ service: "api", inputs: true, estimate: true });
	const [listed, ...others] = plan.inputs ?? [];
	assert.equal(others.length, 0, "only what is selected");
	assert.ok(listed);
	const byInstruction = Object.fromEntries(listed.files.map(({ instruction, paths }) => [instruction, paths]));
	assert.deepEqual(Object.values(byInstruction).flat().toSorted(), [
		"api/src/main.py",
		"api/src/routes.py",
		"api/tools/run",
		"shared/util.py",
	]);
	assert.deepEqual(byInstruction["COPY src/"], ["api/src/main.py", "api/src/routes.py"]);
	const [image] = listed.images;
	assert.deepEqual([image?.ref, image?.use, image?.line, image?.platform], [from, "FROM", 1, "linux/arm64"]);
	assert.match(image?.pinned ?? "", /@sha256:[0-9a-f]{64}$/);
	assert.deepEqual(listed.catalogImages, { lib: "lib" });
	assert.deepEqual(listed.contexts, { shared: "shared" });
	assert.deepEqual(listed.urls, [{ url: "https://example.com/data.json", line: 7, pinned: false }]);
	assert.deepEqual([listed.args, listed.volatileArgs], [{ EDITION: "small" }, ["BUILD_DATE"]]);
	assert.deepEqual([listed.secrets, listed.wholeContext], [["npm_token"], []]);

	const text = conclusion({ plan }, (_, word) => word, Number.POSITIVE_INFINITY);
	const summary = stepSummary({ plan });
	for (const line of [
		"api (linux/arm64), api/Dockerfile",
		"  COPY src/ at line 6: 2 files",
		"    api/src/routes.py",
		`  FROM image ${from} for linux/arm64 at line 1 -> ${image?.pinned}`,
		"  image of this catalog lib = lib",
		"  context shared = shared",
		"  ADD https://example.com/data.json at line 7, which may change unnoticed",
		"  argument EDITION = small",
		"  argument that does not count BUILD_DATE",
		"  secret npm_token",
	]) {
		assert.ok(text.split("\n").includes(line), `${line}\n${text}`);
		if (line.startsWith("  ")) assert.ok(summary.includes(`    ${line}`), line);
	}
	assert.match(text, /^DECISION +SERVICE +WHY$/m);
	assert.match(text, /^build +api +never published$/m);
	assert.match(text, /^on GitHub 1 job: about 3 min, 3 billed minutes, estimated: no build times are known yet$/m);
	assert.match(summary, /\| build \| \*\*api\*\* \| never published \|/);
});
