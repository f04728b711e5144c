import { Document, isMap, type Node, Scalar, YAMLMap, YAMLSeq } from "yaml";
import type { ProposedHealth } from "../propose/health.ts";
import type { Proposal, ProposedExternal, ProposedService } from "../propose/proposal.ts";

/** The schema of the released version, for editors. */
export const schemaUrl = "https://raw.githubusercontent.com/lucid/build-action/v1/schema/catalog.v1.json";

const header = ` yaml-language-server: $schema=${schemaUrl}

 The service catalog: the images of this repository, what they are built from, and how to check that they work.
 Proposed by \`lucid init\`. Check what is marked "guessed", then remove the comment.
 All keys: https://github.com/lucid/build-action/blob/v1/docs/catalog.md`;

/** The text of the catalog. Guesses have a comment with their source. */
export function catalogText(proposal: Proposal): string {
	const document = new Document(undefined, { version: "1.2" });
	const top = new YAMLMap();
	document.contents = top as never;
	document.commentBefore = header;
	const put = (key: string, node: Node | undefined, before?: string) => {
		if (node === undefined) return;
		const name = new Scalar(key);
		if (before !== undefined) {
			name.commentBefore = ` ${before}`;
			name.spaceBefore = true;
		}
		top.add({ key: name, value: node });
	};
	put("version", new Scalar(1));
	put("project", scalar(proposal.project));
	put(
		"registry",
		commented(
			scalar(proposal.registry.value),
			proposal.registry.from === "" ? undefined : `guessed from ${proposal.registry.from}`,
		),
	);
	put("image", proposal.image === undefined ? undefined : scalar(proposal.image));
	put("defaults", defaults(proposal), "For every service; a phase or a service can override each key.");
	if (proposal.phases.length > 0)
		put(
			"phases",
			block(proposal.phases.map(({ id, title }) => [id, flow({ title })])),
			proposal.services.some(({ planned }) => planned !== undefined)
				? "In the order of the plan."
				: "In the order they are built.",
		);
	put(
		"services",
		block(
			proposal.services.map((one) => [
				one.name,
				service(one, proposal),
				one.notes.map((note) => ` ${note}`).join("\n"),
			]),
		),
		"Images that are built here.",
	);
	if (proposal.externals.length > 0)
		put(
			"externals",
			block(proposal.externals.map((one) => [one.name, external(one)])),
			"What services need at runtime, and is not built here.",
		);
	return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

function defaults({ defaults: { platforms, tags, floating }, services }: Proposal): YAMLMap {
	const map = block([
		["platforms", list(platforms)],
		["tags", tags.length === 1 ? undefined : blockList(tags), " Written once, never moved."],
		[
			"floating",
			floating.length === 0 ? undefined : blockList(floating),
			" Moved to a new image only after it passed smoke.",
		],
	]);
	map.add({
		key: noted(
			"ttl",
			" The nightly rebuilds an image after this time even without changes, to update what a RUN downloads.",
		),
		value: scalar("7d"),
	});
	if (services.some(({ health }) => health !== undefined))
		map.add({
			key: noted(
				"policy",
				" A service that needs a writable root or capabilities passes with a warning.\n Remove this line when no service does.",
			),
			value: flow({ hardening: "advisory" }),
		});
	return map;
}

function service(one: ProposedService, { phases }: Proposal): YAMLMap {
	const folder = one.context.value === "." ? "" : `${one.context.value}/`;
	const usual = one.dockerfile === `${folder}Dockerfile` || one.dockerfile === `${folder}dockerfile`;
	const exposed = one.ports === undefined || one.ports.from === "EXPOSE";
	return block([
		["phase", phases.length > 0 && one.phase !== undefined ? scalar(one.phase) : undefined],
		["title", one.title === undefined ? undefined : scalar(one.title)],
		["planned", one.planned === undefined ? undefined : commented(new Scalar(true), one.planned)],
		["dockerfile", usual ? undefined : scalar(one.dockerfile)],
		["context", commented(scalar(one.context.value), guessed(one.context.from))],
		["target", one.target === undefined ? undefined : scalar(one.target)],
		["image", one.image === undefined ? undefined : scalar(one.image)],
		["platforms", one.platforms === undefined ? undefined : list(one.platforms)],
		["floating", one.floating === undefined || one.floating.length === 0 ? undefined : blockList(one.floating)],
		["run", one.run === undefined ? undefined : commented(scalar(one.run), runWhy[one.run])],
		["command", one.command === undefined ? undefined : list(one.command)],
		["ports", one.ports === undefined ? undefined : commented(list(one.ports.value), guessed(one.ports.from))],
		[
			"health",
			one.health === undefined
				? undefined
				: commented(health(one.health.value, one.ports?.value), guessed(one.health.from)),
		],
		[
			"needs",
			one.needs.length === 0
				? undefined
				: commented(
						list(one.needs.map(({ value }) => value)),
						guessed([...new Set(one.needs.map(({ from }) => from))].join(", ")),
					),
		],
		["args", strings(one.args)],
		["labels", strings(one.labels)],
		["contexts", strings(one.contexts)],
		["secrets", one.secrets.length === 0 ? undefined : secrets(one.secrets)],
		["ssh", one.ssh.length === 0 ? undefined : list(one.ssh)],
		["env", strings(one.env)],
		[
			"verify",
			exposed ? undefined : commented(flow({ checks: { port: "warning" } }), "the Dockerfile does not EXPOSE it"),
		],
	]);
}

const runWhy = { job: "others wait in Compose until it completes", never: "other images are FROM it" };

function external(one: ProposedExternal): YAMLMap {
	return block([
		["image", scalar(one.image)],
		["run", one.run === undefined ? undefined : scalar(one.run)],
		["command", one.command === undefined ? undefined : list(one.command)],
		["env", strings(one.env)],
		["ports", one.ports.length === 0 ? undefined : list(one.ports)],
		[
			"health",
			one.health === undefined ? undefined : commented(health(one.health.value, one.ports), guessed(one.health.from)),
		],
		["needs", one.needs.length === 0 ? undefined : list(one.needs)],
	]);
}

function health(value: ProposedHealth, ports: readonly string[] = []): Node {
	switch (value.kind) {
		case "path": {
			const first = ports.find((port) => !port.endsWith("/udp"));
			return first === String(value.port) ? scalar(value.path) : flow({ path: value.path, port: value.port });
		}
		case "healthcheck":
			return flow({ healthcheck: true });
		default:
			return flow({ [value.kind]: value.port });
	}
}

/** The environment variable of a build secret: its ID, or a valid name like it. */
export const secretVariable = (id: string) => (/^[A-Za-z_]\w*$/.test(id) ? id : id.replace(/\W/g, "_").toUpperCase());

function secrets(ids: readonly string[]): YAMLSeq {
	const seq = new YAMLSeq();
	seq.flow = true;
	for (const id of ids) seq.add(secretVariable(id) === id ? scalar(id) : flow({ id, env: secretVariable(id) }));
	return seq;
}

type Entry = readonly [string, Node | undefined] | readonly [string, Node | undefined, string];

function block(entries: readonly Entry[]): YAMLMap {
	const map = new YAMLMap();
	for (const [key, value, comment] of entries) if (value !== undefined) map.add({ key: noted(key, comment), value });
	return map;
}

function noted(key: string, comment: string | undefined): Scalar {
	const node = scalar(key);
	if (comment) node.commentBefore = comment;
	return node;
}

/** The library quotes text that YAML would read as a number or boolean. */
const scalar = (text: string): Scalar => new Scalar(text);

function flow(value: Readonly<Record<string, unknown>>): YAMLMap {
	const map = new Document(value).contents;
	if (!isMap(map)) throw new TypeError("an object becomes a YAML map");
	map.flow = true;
	for (const { value: inner } of map.items) if (inner instanceof YAMLMap || inner instanceof YAMLSeq) inner.flow = true;
	return map;
}

function list(items: readonly string[]): YAMLSeq {
	const seq = new YAMLSeq();
	seq.flow = true;
	// Ports are written as numbers; other forms stay text.
	for (const item of items) seq.add(/^[1-9]\d{1,4}$/.test(item) ? new Scalar(Number(item)) : scalar(item));
	return seq;
}

function blockList(items: readonly string[]): YAMLSeq {
	const seq = new YAMLSeq();
	for (const item of items) seq.add(scalar(item));
	return seq;
}

function strings(map: Readonly<Record<string, string>>): YAMLMap | undefined {
	const entries = Object.entries(map);
	if (entries.length === 0) return undefined;
	const node = block(entries.map(([key, value]) => [key, scalar(value)]));
	node.flow = entries.length <= 2 && entries.every(([, value]) => value.length < 40 && !value.includes("\n"));
	return node;
}

function commented<N extends Node>(node: N, comment: string | undefined): N {
	if (comment !== undefined) node.comment = ` ${comment.replace(/\s+/g, " ")}`;
	return node;
}

const guessed = (from: string | undefined) => (from === undefined ? undefined : `guessed from ${from}`);
