import { credentialFault } from "../../../../model/catalog/credentials.ts";
import type { TreeEntry } from "../../../../model/dockerfile/dockerfile.ts";
import { copyDestination } from "../../analysis/final-image.ts";
import { copySourceStage, isWithin, stageChain, toAbsolutePath } from "../../analysis/stage-chain.ts";
import type { LintRule, RuleContext, RuleFinding } from "../../rule.ts";

type Brought = RuleContext["selected"][number];

/** Caches a result for each list of entries, which services may share. */
function derived<T>(make: (entries: readonly TreeEntry[]) => T): (entries: readonly TreeEntry[]) => T {
	const known = new WeakMap<readonly TreeEntry[], { readonly value: T }>();
	return (entries) => {
		const found = known.get(entries) ?? { value: make(entries) };
		known.set(entries, found);
		return found.value;
	};
}

const key = /(?:^|\/)(?:id_(?:rsa|dsa|ecdsa|ed25519)|[^/]+\.(?:pem|key))$/i;
const bundle = /\.(?:p12|pfx)$/i;
const login = /(?:^|\/)(?:[._]netrc|\.npmrc|\.pypirc|\.git-credentials|\.docker\/config\.json|\.aws\/credentials)$/;
const account = /(?:^|\/)[^/]*(?:credential|service[_-]?account|key|secret)[^/]*\.json$/i;
const env = /(?:^|\/)\.env(?:\.[\w-]+)*$/;
/** Names of sample files. */
const sample = /(?:example|sample|template|dist|default|test|ci)/i;
/** Folders of tests and of third-party code. */
const harmlessFolder =
	/(?:^|\/)(?:tests?|testdata|fixtures?|__fixtures__|examples?|node_modules|site-packages|vendor)\//i;

/** A fast filter before the patterns above: there may be 100,000 files. */
const interesting = /(?:\.pem|\.key|\.p12|\.pfx|netrc|\.npmrc|\.pypirc|credentials|\.json|id_[a-z0-9]+|\.env[^/]*)$/i;

const candidates = derived((entries) => {
	const files = entries.filter(
		({ kind, path }) => kind === "file" && interesting.test(path) && !harmlessFolder.test(path),
	);
	const named = (pattern: RegExp) => files.filter(({ path }) => pattern.test(path));
	return {
		secrets: [...new Set([key, bundle, login, account].flatMap(named))],
		envs: named(env).filter(({ path }) => !sample.test(path.slice(path.lastIndexOf("/") + 5))),
	};
});

/** The kind of secret in a file; undefined if there is none. */
function secretIn(path: string, text: string | undefined): string | undefined {
	if (bundle.test(path)) return "a private key with its certificate";
	if (text === undefined) return undefined;
	if (/-----BEGIN (?:[A-Z0-9]+ ){0,4}PRIVATE KEY/.test(text)) return "a private key";
	if (/\.npmrc$/.test(path))
		return /_(?:authToken|password|auth)\s*=\s*(?!\$)\S/.test(text) ? "an npm token" : undefined;
	if (/netrc$|\.pypirc$/.test(path)) return /\bpassword\s*[:= ]\s*\S/.test(text) ? "a password" : undefined;
	if (/\.git-credentials$/.test(path)) return /:\/\/[^\s/:@]+:[^\s/@]+@/.test(text) ? "a password" : undefined;
	if (/\.docker\/config\.json$/.test(path))
		return /"(?:auth|identitytoken)"\s*:\s*"\S/.test(text) ? "a registry login" : undefined;
	if (/\.aws\/credentials$/.test(path)) return /aws_secret_access_key\s*=\s*\S/.test(text) ? "an AWS key" : undefined;
	return undefined;
}

/** Inputs whose files end in the image: those of its own stages, and those of a stage whose folder it copies. */
function* shipping({ selected, trace }: RuleContext): Iterable<Brought> {
	const final = new Set(trace.finalStage.chain);
	const copies = trace.steps.flatMap((step) => {
		const from = final.has(step.stage) ? copySourceStage(step, trace) : undefined;
		if (from === undefined) return [];
		const stages = stageChain(trace, from).map(({ index }) => index);
		return step.paths.slice(0, -1).map((path) => ({ stages, path: toAbsolutePath(path) }));
	});
	for (const one of selected) {
		const { stage, line, kind } = one.input;
		const step = trace.steps.find((each) => each.stage === stage && each.instruction.line === line);
		const place = step === undefined || kind === "mount" || kind === "context" ? undefined : copyDestination(step);
		if (place === undefined) continue;
		if (final.has(stage) || copies.some(({ stages, path }) => stages.includes(stage) && isWithin(place, path)))
			yield one;
	}
}

function* secretFiles(context: RuleContext): Iterable<RuleFinding> {
	for (const { input, entries, root } of shipping(context))
		for (const { path } of candidates(entries).secrets) {
			const what = secretIn(path, context.request.around.text(path));
			if (what === undefined) continue;
			yield {
				message: `${input.label} copies ${path} into the image: ${what}`,
				at: { file: context.trace.file, line: input.line },
				why: "anyone who can pull the image can read the file, even if a later instruction deletes it",
				fix: `add the line ${path.slice(root.length)} to the ignore file; pass the secret to the build under \`secrets\`, or to the container when it starts`,
			};
		}
}

function* envFiles(context: RuleContext): Iterable<RuleFinding> {
	for (const { input, entries, root } of shipping(context))
		for (const { path } of candidates(entries).envs) {
			const names = credentialsIn(context.request.around.text(path) ?? "");
			if (names.length === 0) continue;
			yield {
				message: `${input.label} copies ${path} into the image, with ${names.slice(0, 3).join(", ")}${names.length > 3 ? " and more" : ""}`,
				at: { file: context.trace.file, line: input.line },
				why: "anyone who can pull the image can read it",
				fix: `add the line ${path.slice(root.length)} to the ignore file, and set the variables when the container starts`,
			};
		}
}

/** Names of the variables in an env file whose values look like credentials. */
function credentialsIn(text: string): readonly string[] {
	return text.split(/\r?\n/).flatMap((line) => {
		const [, name, value = ""] = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*["']?([^"'\s#]*)/.exec(line) ?? [];
		if (name === undefined || value === "" || value.startsWith("$")) return [];
		const telling = credentialFault("build argument", name, value) !== undefined || /(?:_|^)PASS(?:WD)?$/i.test(name);
		return telling ? [name] : [];
	});
}

/** Above either limit, copying takes longer than most builds. */
const large = { bytes: 200 << 20, files: 25_000 };

interface Weight {
	readonly bytes: number;
	readonly files: number;
	/** The largest folder or file directly below the source. */
	readonly heaviest: readonly [path: string, bytes: number];
}

const weights = new WeakMap<readonly TreeEntry[], Weight>();

function weigh({ entries, root, input }: Brought, size: (path: string) => number | undefined): Weight {
	const known = weights.get(entries);
	if (known !== undefined) return known;
	const base = `${root}${input.sources[0] ?? ""}`.split("/").filter((part) => part !== "" && part !== ".").length;
	const parts = new Map<string, number>();
	let [bytes, files] = [0, 0];
	for (const { kind, path } of entries) {
		if (kind !== "file") continue;
		files++;
		// Above the limit of files, the size does not matter.
		const own = files > large.files ? 0 : (size(path) ?? 0);
		bytes += own;
		const part = path
			.split("/")
			.slice(0, base + 1)
			.join("/");
		parts.set(part, (parts.get(part) ?? 0) + own);
	}
	const heaviest = [...parts].sort(([, a], [, b]) => b - a)[0] ?? ["", 0];
	const made = { bytes, files, heaviest };
	weights.set(entries, made);
	return made;
}

const megabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;

function* largeContext(context: RuleContext): Iterable<RuleFinding> {
	const { selected, request, trace } = context;
	for (const one of selected) {
		if (one.input.kind === "mount") continue;
		const { bytes, files, heaviest } = weigh(one, request.around.size);
		if (bytes < large.bytes && files < large.files) continue;
		const [path, own] = heaviest;
		const most = own > bytes / 4 ? `, ${megabytes(own)} of it in ${path}` : "";
		const amount = files < large.files ? `${megabytes(bytes)} in ${files} files` : `${files} files`;
		yield {
			message: `${one.input.label} copies ${amount}${most}`,
			at: { file: trace.file, line: one.input.line },
			why: "all of it is sent to the builder, hashed and packed whenever one of these files changes",
			fix: "add what the image does not need to the ignore file, or copy only the folders that it needs",
		};
	}
}

export const contextRules: readonly LintRule[] = [
	{
		id: "secret-file",
		scope: "service",
		severity: "error",
		verifiedBy: "secrets",
		title: "COPY or ADD of a private key or login",
		docs: "Private keys (`*.pem`, `*.key`, `id_ed25519`, `*.p12`), logins of package indexes and registries (`.npmrc`, `.pypirc`, `.netrc`, `.docker/config.json`) and cloud accounts do not belong in an image. The rule reads the files: a certificate without its key, or an `.npmrc` without a token, is not reported. Folders of tests and examples are skipped.",
		check: secretFiles,
	},
	{
		id: "env-file",
		scope: "service",
		severity: "error",
		verifiedBy: "secrets",
		title: "COPY or ADD of an env file with credentials",
		docs: "Anyone who can pull the image can read the passwords and tokens of a copied `.env`. Add it to the ignore file, and set the variables when the container starts. Files such as `.env.example`, and files without credentials, are not reported.",
		check: envFiles,
	},
	{
		id: "large-context",
		scope: "service",
		severity: "warning",
		title: "A very large COPY or ADD",
		docs: "More than 200 MB or 25,000 files in one instruction: mostly data, `node_modules`, a virtual environment or build results. The build waits for it, and any change in it rebuilds everything below.",
		check: largeContext,
	},
];
