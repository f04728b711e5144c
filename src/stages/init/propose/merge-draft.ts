import { parseIgnoreFile } from "../../../model/dockerfile/dockerfile.ts";
import { isVolatile } from "../../../model/service/service-inputs.ts";
import { defined } from "../../../util/defined.ts";
import type { ManifestContainer } from "../read/kubernetes.ts";
import { hasPlaceholder } from "../read/word-text.ts";
import {
	countMissingSources,
	type DockerfileFacts,
	type Guess,
	guessContext,
	readDockerfileFacts,
} from "./dockerfile-facts.ts";
import { type Draft, imageBasename, type RepositoryContents } from "./drafts.ts";
import { healthFromCommand, type ProposedHealth } from "./health.ts";

/** A draft with what its Dockerfile, Compose and its commands come to together. */
export interface MergedDraft {
	readonly draft: Draft;
	/** Undefined: it cannot be built yet, and why stands in `planned`. */
	readonly facts?: DockerfileFacts;
	readonly planned?: string;
	readonly context: { readonly value: string; readonly from?: string };
	readonly ports?: Guess<readonly string[]>;
	readonly health?: Guess<ProposedHealth>;
	readonly args: Readonly<Record<string, string>>;
	readonly notes: readonly string[];
	readonly check: readonly string[];
}

/** Brings together what each source says of one image. A text: why it is left out. */
export function mergeDraft(draft: Draft, repository: RepositoryContents): MergedDraft | string {
	const { name, dockerfile } = draft;
	const { args, dropped } = argsOf(draft);
	const text = repository.text(dockerfile);
	const commanded = draft.commands.at(-1)?.context;
	if (text === undefined) {
		const planned = `there is no ${dockerfile} yet`;
		return { draft, planned, context: { value: draft.context ?? commanded ?? "." }, args, notes: [], check: [] };
	}
	const facts = readDockerfileFacts(text, dockerfile, { ...defined({ target: draft.target }), args });
	if (typeof facts === "string") return facts;
	const ignoreOf = (context: string) => {
		const own = `${dockerfile}.dockerignore`;
		const shared = context === "." ? ".dockerignore" : `${context}/.dockerignore`;
		const found = [own, shared].find((path) => repository.text(path) !== undefined);
		return found === undefined ? undefined : parseIgnoreFile(repository.text(found) ?? "", found);
	};
	const guessed = guessContext(facts.trace, dockerfile, repository.tree, ignoreOf);
	const said = [
		...new Set([
			...draft.commands.map(({ context }) => context),
			...(draft.context === undefined ? [] : [draft.context]),
		]),
	];
	// Several say different things: the one that has what is copied, and of those the last.
	const missing = (context: string) => countMissingSources(context, facts.trace, repository.tree, ignoreOf);
	const least = Math.min(...said.map(missing));
	const chosen = said.findLast((context) => missing(context) === least);
	const context = chosen === undefined ? { value: guessed.value, from: guessed.from } : { value: chosen };
	const lacking = chosen === undefined ? guessed.missing : least;
	const others = said.filter((one) => one !== chosen);
	const manifests = repository.manifests.filter(({ names }) => names.some((one) => isNameOf(one, draft)));
	const ports = portsOf(draft, facts) ?? portsOfManifests(manifests);
	const health = healthOfDraft(draft, facts, ports, manifests);
	return {
		draft,
		facts,
		context,
		...defined({ ports, health }),
		args,
		notes:
			others.length > 0
				? [`the context is ${others.join(" or ")} elsewhere; only in this one is all that is copied`]
				: [],
		check: [
			...(lacking > 0 && Number.isFinite(lacking)
				? [
						`${name}: ${lacking} of the things that ${dockerfile} copies are not in ${context.value}; a step before the build may make them`,
					]
				: []),
			...(draft.target !== undefined &&
			draft.commands.length === 0 &&
			/^(?:dev|develop|development|debug|test)$/i.test(draft.target)
				? [`${name}: Compose builds its stage ${draft.target}; what is shipped may be another one: see \`target\``]
				: []),
			...dropped.map(
				(arg) =>
					`${name}: the build argument ${arg} has no value in the file it was read from; give it one under \`args\``,
			),
		],
	};
}

/** Values that a shell would have made are left out; those that are passed by themselves need no line. */
function argsOf({ commands, compose }: Draft): {
	readonly args: Readonly<Record<string, string>>;
	readonly dropped: readonly string[];
} {
	const all = Object.assign(
		{},
		...compose.map(({ build }) => build?.args ?? {}),
		...commands.map((one) => one.args),
	) as Record<string, string>;
	const entries = Object.entries(all).filter(([name]) => !passed.has(name));
	const kept = entries.filter(([, value]) => !hasPlaceholder(value));
	const open = entries.filter(([name, value]) => hasPlaceholder(value) && !isVolatile(name, {}));
	return { args: Object.fromEntries(kept), dropped: open.map(([name]) => name) };
}

const passed = new Set(["BUILD_DATE", "VCS_REF", "GIT_COMMIT", "SOURCE_DATE_EPOCH"]);

/** What is EXPOSEd, what Compose publishes of it first: health is asked on the first one. */
function portsOf({ compose }: Draft, facts: DockerfileFacts): MergedDraft["ports"] {
	const published = [...new Set(compose.flatMap(({ ports }) => ports))];
	const exposed = facts.ports;
	if (published.length === 0) return exposed;
	if (exposed === undefined || exposed.from !== "EXPOSE") return { value: published, from: "Compose" };
	const both = [
		...published.filter((port) => exposed.value.includes(port)),
		...exposed.value.filter((port) => !published.includes(port)),
	];
	const rest = published.filter((port) => !exposed.value.includes(port));
	// What runs is what Compose publishes; that the Dockerfile says another is for lint to tell.
	return rest.length > 0 && both.every((port) => !published.includes(port))
		? { value: rest, from: "Compose" }
		: { value: both, from: "EXPOSE" };
}

/** The image's own check, Compose's, or that something listens. */
function healthOfDraft(
	{ compose }: Draft,
	facts: DockerfileFacts,
	ports: MergedDraft["ports"],
	manifests: readonly ManifestContainer[],
): MergedDraft["health"] {
	const own = facts.health;
	if (own !== undefined && own.value.kind !== "healthcheck") return own;
	for (const { health, env } of compose) {
		const asked = health && healthFromCommand(health.words, (name) => env[name]);
		if (asked !== undefined) return { value: asked, from: "Compose's healthcheck" };
	}
	for (const { health, file } of manifests)
		if (health !== undefined) return { value: health, from: `the probe in ${file}` };
	if (own !== undefined) return own;
	const tcp = ports?.value.find((port) => !port.endsWith("/udp"));
	return tcp === undefined
		? undefined
		: { value: { kind: "tcp", port: Number(tcp) }, from: "its port: name a path if it has one" };
}

const isNameOf = (name: string, { name: own, commands, compose }: Draft): boolean =>
	name === own || compose.some((one) => one.name === name) || commands.some((one) => imageBasename(one) === name);

function portsOfManifests(manifests: readonly ManifestContainer[]): MergedDraft["ports"] {
	const [found] = manifests.filter(({ ports }) => ports.length > 0);
	return found && { value: [...new Set(found.ports)], from: found.file };
}
