import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { filesBelow } from "../../src/adapters/files/files-below.ts";
import { loadCatalog } from "../../src/model/catalog/load.ts";
import { proposalFor } from "./repository.ts";

const example = path.join(import.meta.dirname, "../../examples/lucid");
const seeds = path.join(import.meta.dirname, "seeds");

function read(root: string): Record<string, string> {
	const names = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
	return Object.fromEntries(
		names.map(({ parentPath, name }) => [
			path.relative(root, path.join(parentPath, name)),
			readFileSync(path.join(parentPath, name), "utf8"),
		]),
	);
}

const files = read(example);
const { "lucid.yml": written = "", ...sources } = files;
const reports = Object.fromEntries(Object.entries(read(seeds)).map(([name, text]) => [`reports/${name}`, text]));

test("the commands of the five reports, imported, are the plan of the Lucid project", () => {
	const { catalog, proposal } = proposalFor(
		{ ...sources, ...reports },
		{ project: "lucid", from: Object.keys(reports).sort() },
	);
	const wanted = loadCatalog({ file: "lucid.yml", text: written, root: example, paths: filesBelow(example) });
	const essence = ({ services }: typeof wanted) =>
		services
			.map(({ name, image, dockerfile, context, ports, health, needs, target }) => ({
				...{ name, image, dockerfile, context, target, needs },
				ports: ports.map(({ container }) => container),
				health: health && {
					kind: health.kind,
					...(health.kind === "http" && { path: health.path, port: health.port }),
					...(health.kind === "tcp" && { port: health.port }),
				},
			}))
			.sort((a, b) => (a.name < b.name ? -1 : 1));
	// What no file says: the name of a worker that no report knows, what starts after the job, and the path of a server
	// without a HEALTHCHECK.
	const worker = { name: "sessions-processor", image: "docker.io/pickme/lucid-sessions-processor" };
	const unsaid: Readonly<Record<string, object>> = {
		"session-processor": { ...worker, needs: ["redis"] },
		"session-api": { needs: ["redis"] },
		"admin-interface": { health: { kind: "tcp", port: 8083 } },
	};
	assert.deepEqual(
		essence(catalog),
		essence(wanted).map((one) => ({ ...one, ...unsaid[one.name] })),
	);
	// The reports describe two phases; titles and membership are as in the hand-written catalog.
	const phased = catalog.services.filter(({ phase }) => phase !== undefined);
	assert.equal(phased.length, 8);
	for (const { name, phase, title } of phased) {
		const one = wanted.services.find((service) => service.name === name);
		assert.deepEqual([phase, title], [one?.phase, one?.title]);
	}
	assert.deepEqual(
		catalog.phases.map(({ id, title }) => [id, title]),
		[
			["3", "Core Services"],
			["4", "Application Services"],
		],
	);
	assert.deepEqual(proposal.defaults, {
		platforms: ["linux/arm64", "linux/amd64"],
		tags: ["type=sha,prefix=", "type=raw,value=latest-{{date 'YYYYMMDD-HHmmss'}}"],
		floating: ["type=raw,value=latest-arm64"],
	});
	// 002, the last that pushes it, builds the mesh for arm64 alone.
	assert.deepEqual(proposal.services.find(({ name }) => name === "service-mesh-controller")?.platforms, [
		"linux/arm64",
	]);
});

test("each report alone is a plan, too, in a repository that has nothing yet", () => {
	const six = [
		"api-gateway",
		"service-mesh-controller",
		"blockchain-engine",
		"session-anchoring",
		"block-manager",
		"data-chain",
	];
	const plans = {
		"000": [six[1]],
		"001": six,
		"002": [six[1]],
		"003": six,
		"004": ["session-api", "rdp-server-manager"],
	};
	for (const [report, names] of Object.entries(plans)) {
		const file = `reports/${report}.md`;
		const { catalog, proposal } = proposalFor({ [file]: reports[file] ?? "" }, { project: "lucid", from: [file] });
		assert.deepEqual(catalog.planned.map(({ name }) => name).sort(), [...names].sort(), report);
		assert.deepEqual(catalog.services, []);
		// 003 only builds locally: its names have no namespace, and its tag is never pushed.
		assert.equal(proposal.image, report === "003" ? undefined : "pickme/lucid-{{name}}");
	}
});
