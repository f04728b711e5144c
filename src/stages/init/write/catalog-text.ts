import { Document, type Node, Scalar, YAMLMap, YAMLSeq } from "yaml";
import type { ProposedHealth } from "../propose/health.ts";
import type { Proposal, ProposedExternal, ProposedService } from "../propose/proposal.ts";

/** Where the schema of a released version is for an editor that has not this repository. */
export const schemaUrl = "https://raw.githubusercontent.com/lucid/build-action/v1/schema/catalog.v1.json";

const header = ` yaml-language-server: $schema=${schemaUrl}

 The service catalog: which images this repository ships, what each one is built from, and how to tell that it works.
 Proposed by \`lucid init\`. What stands behind "guessed" is worth a look; take the words away once it is right.
 Every key: https://github.com/lucid/build-action/blob/v1/docs/catalog.md`;

/** The catalog as a file: what is guessed says so, and from what. */
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
	put("defaults", defaults(proposal), "Holds for every service; a phase or a service may set any of it again.");
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
		"What is built here.",
	);
	if (proposal.externals.length > 0)
		put(
			"externals",
			block(proposal.externals.map((one) => [one.name, external(one)])),
			"What they need when they run, and is not built here.",
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
			" Moved to a new image only after it was started and its health was good.",
		],
	]);
	map.add({
		key: noted(
			"ttl",
			" The nightly builds each image anew once in this time, whatever has changed: what a RUN fetches has no version here.",
		),
		value: scalar("7d"),
	});
	if (services.some(({ health }) => health !== undefined))
		map.add({
			key: noted(
				"policy",
				" A service that needs more than a read-only root and no capabilities passes with a warning.\n Take this line out when there is none left.",
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

const runWhy = { job: "others wait in Compose until it has ended", never: "others are FROM it, and it has a command" };

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

/** The environment variable of a build secret: its id, or where that cannot be one, a name like it. */
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

/** A text that YAML would take for a number or a switch is put in quotes by the library. */
const scalar = (text: string): Scalar => new Scalar(text);

function flow(value: Readonly<Record<string, unknown>>): YAMLMap {
	const map = new Document(value).contents as unknown as YAMLMap;
	map.flow = true;
	for (const { value: inner } of map.items) if (inner instanceof YAMLMap || inner instanceof YAMLSeq) inner.flow = true;
	return map;
}

function list(items: readonly string[]): YAMLSeq {
	const seq = new YAMLSeq();
	seq.flow = true;
	// Ports are numbers to people; what has another form stays text.
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
