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
	const { name, dockerfile, target } = draft;
	const { args, dropped } = argsOf(draft);
	const text = repository.text(dockerfile);
	if (text === undefined) {
		const context = { value: draft.context ?? draft.commands.at(-1)?.context ?? "." };
		return { draft, planned: `${dockerfile} does not exist yet`, context, args, notes: [], check: [] };
	}
	const facts = readDockerfileFacts(text, dockerfile, { ...defined({ target }), args });
	if (typeof facts === "string") return facts;
	const { missing, others, ...context } = contextOf(draft, facts, repository);
	const manifests = repository.manifests.filter(({ names }) => names.some((one) => isNameOf(one, draft)));
	const ports = portsOf(draft, facts) ?? portsOfManifests(manifests);
	const isDevelopmentTarget = target !== undefined && /^(?:dev|develop|development|debug|test)$/i.test(target);
	return {
		draft,
		facts,
		context,
		...defined({ ports, health: healthOf(draft, facts, ports, manifests) }),
		args,
		notes:
			others.length > 0
				? [`another source has the context ${others.join(" or ")}; this one contains the copied files`]
				: [],
		check: [
			...(missing > 0 && Number.isFinite(missing)
				? [
						`${name}: ${missing} of the paths that ${dockerfile} copies are not in ${context.value}; a step before the build may create them`,
					]
				: []),
			...(isDevelopmentTarget && draft.commands.length === 0
				? [`${name}: Compose builds the stage ${target}; check that it is the one to ship (\`target\`)`]
				: []),
			...dropped.map((arg) => `${name}: the build argument ${arg} has no value in its source; set it under \`args\``),
		],
	};
}

/** The build context, the number of copied paths that it lacks, and other contexts that sources name. */
function contextOf(
	draft: Draft,
	{ trace }: DockerfileFacts,
	{ text, tree }: RepositoryContents,
): MergedDraft["context"] & { readonly missing: number; readonly others: readonly string[] } {
	const ignoreOf = (context: string) => {
		const shared = context === "." ? ".dockerignore" : `${context}/.dockerignore`;
		const file = [`${draft.dockerfile}.dockerignore`, shared].find((one) => text(one) !== undefined);
		return file === undefined ? undefined : parseIgnoreFile(text(file) ?? "", file);
	};
	const named = [...draft.commands.map(({ context }) => context), draft.context].filter((one) => one !== undefined);
	const contexts = [...new Set(named)];
	if (contexts.length === 0) return { ...guessContext(trace, draft.dockerfile, tree, ignoreOf), others: [] };
	// If sources differ: the context with the most copy sources, then the last one.
	const missingIn = (context: string) => countMissingSources(context, trace, tree, ignoreOf);
	const missing = Math.min(...contexts.map(missingIn));
	const value = contexts.findLast((context) => missingIn(context) === missing) ?? ".";
	return { value, missing, others: contexts.filter((context) => context !== value) };
}

/** Build args of all sources. Drops values that only a shell knows, and args that every build sets. */
function argsOf({ commands, compose }: Draft) {
	const sources = [...compose.map(({ build }) => build?.args ?? {}), ...commands.map((command) => command.args)];
	const all = Object.entries(Object.assign({}, ...sources) as Record<string, string>);
	const entries = all.filter(([name]) => !automaticArgs.has(name));
	const dropped = entries.filter(([name, value]) => hasPlaceholder(value) && !isVolatile(name, {}));
	return {
		args: Object.fromEntries(entries.filter(([, value]) => !hasPlaceholder(value))),
		dropped: dropped.map(([name]) => name),
	};
}

const automaticArgs = new Set(["BUILD_DATE", "VCS_REF", "GIT_COMMIT", "SOURCE_DATE_EPOCH"]);

/** The exposed ports, first those that Compose publishes: health is checked on the first one. */
function portsOf({ compose }: Draft, { ports: exposed }: DockerfileFacts): MergedDraft["ports"] {
	const published = [...new Set(compose.flatMap(({ ports }) => ports))];
	if (published.length === 0) return exposed;
	if (exposed === undefined || exposed.from !== "EXPOSE") return { value: published, from: "Compose" };
	const isExposed = (port: string) => exposed.value.includes(port);
	// Compose wins; lint reports that the Dockerfile differs.
	if (!published.some(isExposed)) return { value: published, from: "Compose" };
	const others = exposed.value.filter((port) => !published.includes(port));
	return { value: [...published.filter(isExposed), ...others], from: "EXPOSE" };
}

/** The image's HEALTHCHECK, Compose's, a probe, or a connection to the port. */
function healthOf(
	{ compose }: Draft,
	{ health: ofImage }: DockerfileFacts,
	ports: MergedDraft["ports"],
	manifests: readonly ManifestContainer[],
): MergedDraft["health"] {
	if (ofImage !== undefined && ofImage.value.kind !== "healthcheck") return ofImage;
	for (const { health, env } of compose) {
		const value = health && healthFromCommand(health.words, (name) => env[name]);
		if (value !== undefined) return { value, from: "Compose's healthcheck" };
	}
	for (const { health, file } of manifests)
		if (health !== undefined) return { value: health, from: `the probe in ${file}` };
	const port = ports?.value.find((one) => !one.endsWith("/udp"));
	if (ofImage !== undefined || port === undefined) return ofImage;
	return { value: { kind: "tcp", port: Number(port) }, from: "its port: set a path if it has one" };
}

const isNameOf = (name: string, draft: Draft): boolean =>
	name === draft.name ||
	draft.compose.some((service) => service.name === name) ||
	draft.commands.some((command) => imageBasename(command) === name);

function portsOfManifests(manifests: readonly ManifestContainer[]): MergedDraft["ports"] {
	const container = manifests.find(({ ports }) => ports.length > 0);
	return container && { value: [...new Set(container.ports)], from: container.file };
}
