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

/** A draft with the merged information from Dockerfile, Compose and commands. */
export interface MergedDraft {
	readonly draft: Draft;
	/** Undefined if it cannot be built yet; `planned` says why. */
	readonly facts?: DockerfileFacts;
	readonly planned?: string;
	readonly context: { readonly value: string; readonly from?: string };
	readonly ports?: Guess<readonly string[]>;
	readonly health?: Guess<ProposedHealth>;
	readonly args: Readonly<Record<string, string>>;
	readonly notes: readonly string[];
	readonly check: readonly string[];
}

/** Merges the sources of one image. A string says why it is skipped. */
export function mergeDraft(draft: Draft, repository: RepositoryContents): MergedDraft | string {
	const { name, dockerfile } = draft;
	const { args, dropped } = argsOf(draft);
	const text = repository.text(dockerfile);
	const commanded = draft.commands.at(-1)?.context;
	if (text === undefined) {
		const planned = `${dockerfile} does not exist yet`;
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
	// If sources differ: the context with the most copy sources, then the last one.
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
				? [`another source has the context ${others.join(" or ")}; this one contains the copied files`]
				: [],
		check: [
			...(lacking > 0 && Number.isFinite(lacking)
				? [
						`${name}: ${lacking} of the paths that ${dockerfile} copies are not in ${context.value}; a step before the build may create them`,
					]
				: []),
			...(draft.target !== undefined &&
			draft.commands.length === 0 &&
			/^(?:dev|develop|development|debug|test)$/i.test(draft.target)
				? [`${name}: Compose builds the stage ${draft.target}; check that it is the one to ship (\`target\`)`]
				: []),
			...dropped.map((arg) => `${name}: the build argument ${arg} has no value in its source; set it under \`args\``),
		],
	};
}

/** Build args of all sources. Drops values that only a shell knows, and args that every build sets. */
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

/** The exposed ports, first those that Compose publishes: health is checked on the first one. */
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
	// Compose wins; lint reports that the Dockerfile differs.
	return rest.length > 0 && both.every((port) => !published.includes(port))
		? { value: rest, from: "Compose" }
		: { value: both, from: "EXPOSE" };
}

/** The image's HEALTHCHECK, Compose's, a probe, or a connection to the port. */
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
		: { value: { kind: "tcp", port: Number(tcp) }, from: "its port: set a path if it has one" };
}

const isNameOf = (name: string, { name: own, commands, compose }: Draft): boolean =>
	name === own || compose.some((one) => one.name === name) || commands.some((one) => imageBasename(one) === name);

function portsOfManifests(manifests: readonly ManifestContainer[]): MergedDraft["ports"] {
	const [found] = manifests.filter(({ ports }) => ports.length > 0);
	return found && { value: [...new Set(found.ports)], from: found.file };
}
