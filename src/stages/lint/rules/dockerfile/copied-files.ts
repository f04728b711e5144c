import { credentialFault } from "../../../../model/catalog/credentials.ts";
import type { TreeEntry } from "../../../../model/dockerfile/dockerfile.ts";
import { copyDestination } from "../../analysis/final-image.ts";
import { copySourceStage, isWithin, stageChain, toAbsolutePath } from "../../analysis/stage-chain.ts";
import type { LintRule, RuleContext, RuleFinding } from "../../rule.ts";

type CopiedInput = RuleContext["selected"][number];

/** Caches a result for each list of entries, which services may share. */
function cachedByEntries<T extends object>() {
	const cache = new WeakMap<readonly TreeEntry[], T>();
	return (entries: readonly TreeEntry[], compute: () => T): T => {
		const value = cache.get(entries) ?? compute();
		cache.set(entries, value);
		return value;
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

const cachedCandidates = cachedByEntries<{ readonly secrets: readonly string[]; readonly envs: readonly string[] }>();

/** Paths of files that may contain secrets. */
const candidates = (entries: readonly TreeEntry[]) =>
	cachedCandidates(entries, () => {
		const files = entries.flatMap(({ kind, path }) =>
			kind === "file" && interesting.test(path) && !harmlessFolder.test(path) ? path : [],
		);
		const matching = (pattern: RegExp) => files.filter((path) => pattern.test(path));
		const isSample = (path: string) => sample.test(path.slice(path.lastIndexOf("/") + 5));
		return {
			secrets: [...new Set([key, bundle, login, account].flatMap(matching))],
			envs: matching(env).filter((path) => !isSample(path)),
		};
	});

/** The kind of secret in a file; undefined if there is none. */
function secretKind(path: string, text: string | undefined): string | undefined {
	if (bundle.test(path)) return "a private key with its certificate";
	if (text === undefined) return undefined;
	if (/-----BEGIN (?:[A-Z0-9]+ ){0,4}PRIVATE KEY/.test(text)) return "a private key";
	if (/\.npmrc$/.test(path))
		return /_(?:authToken|password|auth)\s*=\s*(?!\$)\S/.test(text) ? "an npm token" : undefined;
	if (/netrc$|\.pypirc$/.test(path)) return /\bpassword\s{0,20}[:= ]\s{0,20}\S/.test(text) ? "a password" : undefined;
	if (/\.git-credentials$/.test(path)) return /:\/\/[^\s/:@]+:[^\s/@]+@/.test(text) ? "a password" : undefined;
	if (/\.docker\/config\.json$/.test(path))
		return /"(?:auth|identitytoken)"\s*:\s*"\S/.test(text) ? "a registry login" : undefined;
	if (/\.aws\/credentials$/.test(path)) return /aws_secret_access_key\s*=\s*\S/.test(text) ? "an AWS key" : undefined;
	return undefined;
}

/** Inputs whose files end in the image: those of its own stages, and those of a stage whose folder it copies. */
function* shippedInputs({ selected, trace }: RuleContext): Iterable<CopiedInput> {
	const final = new Set(trace.finalStage.chain);
	const copies = trace.steps.flatMap((step) => {
		const from = final.has(step.stage) ? copySourceStage(step, trace) : undefined;
		if (from === undefined) return [];
		const stages = stageChain(trace, from).map(({ index }) => index);
		return step.paths.slice(0, -1).map((path) => ({ stages, path: toAbsolutePath(path) }));
	});
	for (const copied of selected) {
		const { stage, line, kind } = copied.input;
		const step = trace.steps.find((other) => other.stage === stage && other.instruction.line === line);
		if (step === undefined || kind === "mount" || kind === "context") continue;
		const destination = copyDestination(step);
		if (final.has(stage) || copies.some(({ stages, path }) => stages.includes(stage) && isWithin(destination, path)))
			yield copied;
	}
}

function* secretFiles(context: RuleContext): Iterable<RuleFinding> {
	for (const { input, entries, root } of shippedInputs(context))
		for (const path of candidates(entries).secrets) {
			const kind = secretKind(path, context.request.around.text(path));
			if (kind === undefined) continue;
			yield {
				message: `${input.label} copies ${path} into the image: ${kind}`,
				at: { file: context.trace.file, line: input.line },
				why: "anyone who can pull the image can read the file, even if a later instruction deletes it",
				fix: `add the line ${path.slice(root.length)} to the ignore file; pass the secret to the build under \`secrets\`, or to the container when it starts`,
			};
		}
}

function* envFiles(context: RuleContext): Iterable<RuleFinding> {
	for (const { input, entries, root } of shippedInputs(context))
		for (const path of candidates(entries).envs) {
			const names = credentialsIn(context.request.around.text(path) ?? "");
			if (names.length === 0) continue;
			const listed = `${names.slice(0, 3).join(", ")}${names.length > 3 ? " and more" : ""}`;
			yield {
				message: `${input.label} copies ${path} into the image, with ${listed}`,
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
		const hasFault = credentialFault("build argument", name, value) !== undefined;
		return hasFault || /(?:_|^)PASS(?:WD)?$/i.test(name) ? [name] : [];
	});
}

/** Above either limit, copying takes longer than most builds. */
const limits = { bytes: 200 << 20, files: 25_000 };

interface CopiedSize {
	readonly bytes: number;
	readonly files: number;
	/** The largest folder or file directly below the source. */
	readonly largest: readonly [path: string, bytes: number];
}

const cachedSizes = cachedByEntries<CopiedSize>();

const measure = ({ entries, root, input }: CopiedInput, size: (path: string) => number | undefined): CopiedSize =>
	cachedSizes(entries, () => {
		const paths = entries.filter(({ kind }) => kind === "file").map(({ path }) => path);
		const depth = `${root}${input.sources[0] ?? ""}`.split("/").filter((part) => part !== "" && part !== ".").length;
		const parts = new Map<string, number>();
		let bytes = 0;
		// Above the limit of files, the size does not matter.
		for (const path of paths.length > limits.files ? [] : paths) {
			const own = size(path) ?? 0;
			bytes += own;
			const part = path.split("/", depth + 1).join("/");
			parts.set(part, (parts.get(part) ?? 0) + own);
		}
		const largest = [...parts].sort(([, a], [, b]) => b - a)[0] ?? ["", 0];
		return { bytes, files: paths.length, largest };
	});

const megabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;

function* largeContext({ selected, request, trace }: RuleContext): Iterable<RuleFinding> {
	for (const copied of selected) {
		const { input } = copied;
		if (input.kind === "mount") continue;
		const { bytes, files, largest } = measure(copied, request.around.size);
		if (bytes < limits.bytes && files < limits.files) continue;
		const [path, own] = largest;
		const most = own > bytes / 4 ? `, ${megabytes(own)} of it in ${path}` : "";
		const amount = files < limits.files ? `${megabytes(bytes)} in ${files} files` : `${files} files`;
		yield {
			message: `${input.label} copies ${amount}${most}`,
			at: { file: trace.file, line: input.line },
			why: "all of it is sent to the builder, hashed and packed whenever one of these files changes",
			fix: "add what the image does not need to the ignore file, or copy only the folders that it needs",
		};
	}
}

const modeBits = [
	{ bit: 0o4000, name: "setuid", change: "u+s" },
	{ bit: 0o2000, name: "setgid", change: "g+s" },
	{ bit: 0o1000, name: "sticky", change: "+t" },
];

function* specialModes({ selected, trace, request }: RuleContext): Iterable<RuleFinding> {
	if (request.specialModes === undefined || request.specialModes.size === 0) return;
	for (const { input, entries } of selected) {
		if (input.oneMode) continue;
		for (const { path } of entries) {
			const mode = request.specialModes.get(path);
			if (mode === undefined) continue;
			const bits = modeBits.filter(({ bit }) => (mode & bit) !== 0);
			const names = bits.map(({ name }) => name).join(" and the ");
			const changes = bits.map(({ change }) => change).join(",");
			yield {
				message: `${input.label} copies ${path}, which has the ${names} bit (mode ${mode.toString(8).padStart(5, "0")})`,
				at: { file: trace.file, line: input.line },
				why: "git does not store the bit, so the image is built without it",
				fix: `run \`chmod ${changes.replaceAll("+", "-")} ${path}\`; if the image needs the bit, use RUN chmod ${changes} or COPY --chmod=${(mode & 0o7777).toString(8)}`,
			};
		}
	}
}

export const copiedFileRules: readonly LintRule[] = [
	{
		id: "secret-file",
		scope: "service",
		severity: "error",
		verifiedBy: "secrets",
		title: "COPY or ADD of a private key or login",
		docs: "Private keys (`*.pem`, `*.key`, `id_ed25519`, `*.p12`), logins of package indexes and registries (`.npmrc`, `.pypirc`, `.netrc`, `.docker/config.json`) and cloud accounts. A certificate without its key, an `.npmrc` without a token, and folders of tests and examples are not reported.",
		check: secretFiles,
	},
	{
		id: "env-file",
		scope: "service",
		severity: "error",
		verifiedBy: "secrets",
		title: "COPY or ADD of an env file with credentials",
		docs: "Anyone who can pull the image can read it. Add it to the ignore file, and set the variables when the container starts. Files such as `.env.example`, and files without credentials, are not reported.",
		check: envFiles,
	},
	{
		id: "large-context",
		scope: "service",
		severity: "warning",
		title: "A very large COPY or ADD",
		docs: "More than 200 MB or 25,000 files: mostly data, `node_modules`, a virtual environment or build results. Any change in it rebuilds everything below.",
		check: largeContext,
	},
	{
		id: "special-mode",
		scope: "service",
		severity: "error",
		title: "COPY or ADD of a file with the setuid, setgid or sticky bit",
		docs: "Images are built with git's modes (0644, 0755), so the bit would be lost. A setgid bit that a folder inherits from the clone's folder is ignored. `COPY --chmod` with a number sets all bits and is not reported.",
		check: specialModes,
	},
];
