import assert from "node:assert/strict";
import { test } from "node:test";
import { definesCommand, parseDockerfile, traceInputs } from "../../src/model/dockerfile/dockerfile.ts";
import type { PlannedImage } from "../../src/model/documents/plan.ts";
import type { Service } from "../../src/model/service/service.ts";
import { serviceKind } from "../../src/model/service/service-kind.ts";
import { aPlan, aService } from "../support/documents.ts";
import { aHealth } from "./health.ts";

/** The kind of the service `one`. */
function kind(
	own: Partial<Service>,
	command?: PlannedImage["command"],
	around: { readonly parents?: readonly string[]; readonly others?: readonly Service[] } = {},
) {
	const one = aService({ name: "one", ...own });
	const { parents = [], others = [] } = around;
	const plan = aPlan([one, ...others]);
	const images = plan.images.map((image) => ({ ...image, ...(image.service === "one" && command && { command }) }));
	return serviceKind({ ...plan, images, parents }, one);
}

test("ports or a health check make a server, even of a base image", () => {
	const parents = ["one"];
	assert.equal(kind({ health: aHealth() }), "server");
	assert.equal(kind({ ports: [{ container: 1, protocol: "udp" }] }, "inherited", { parents }), "server");
});

test("a command makes a worker, except an inherited one of a base image", () => {
	const parents = ["one"];
	assert.equal(kind({}, "own"), "worker");
	assert.equal(kind({}, "inherited"), "worker");
	assert.equal(kind({}, "own", { parents }), "worker");
	assert.equal(kind({}, "inherited", { parents }), "base");
	assert.equal(kind({ command: ["work"] }, "inherited", { parents }), "worker");
	assert.equal(kind({}), "base", "there is nothing to start");
});

test("a base image that another service needs is a worker", () => {
	const others = [aService({ name: "other", needs: ["one"] })];
	assert.equal(kind({}, "inherited", { parents: ["one"], others }), "worker");
});

test("`run` in the catalog comes first", () => {
	assert.equal(kind({ run: "job", ports: [{ container: 1, protocol: "tcp" }] }, "own"), "job");
	assert.equal(kind({ run: "never", ports: [{ container: 1, protocol: "tcp" }] }, "own"), "never");
});

test("an interpreter, a shell or an init alone is not a command", () => {
	const names = (text: string) => {
		const file = parseDockerfile(`FROM scratch\n${text}\n`, "Dockerfile");
		return definesCommand(traceInputs(file, { platform: "linux/arm64", args: {} }).finalStage);
	};
	for (const text of [
		'ENTRYPOINT ["/usr/bin/python3"]',
		'CMD ["bash"]',
		"CMD python3 -u",
		'ENTRYPOINT ["tini", "--"]',
		"USER 1",
	])
		assert.equal(names(text), false, text);
	for (const text of [
		'CMD ["main.py"]',
		'CMD ["python3", "main.py"]',
		"CMD node server.js",
		'ENTRYPOINT ["/work"]',
		'CMD ["sh", "-c", "x"]',
	])
		assert.equal(names(text), true, text);
});
