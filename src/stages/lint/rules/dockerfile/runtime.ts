import { posix } from "node:path";
import type { Instruction } from "../../../../model/dockerfile/dockerfile.ts";
import type { Edit } from "../../../../model/documents/lint.ts";
import { replaceGroup } from "../../analysis/dockerfile-edits.ts";
import {
	bareBase,
	copyDestination,
	externalBase,
	finalStages,
	finalSteps,
	inheritedValue,
} from "../../analysis/final-image.ts";
import type { LintRule, RuleContext, RuleFinding } from "../../rule.ts";
import { startCheck } from "./scripts.ts";

function* finalUser(context: RuleContext): Iterable<RuleFinding> {
	const { trace, service, request } = context;
	const user = inheritedValue("user", context, request);
	const wanted = service.verify.user;
	const example = wanted ?? "65532:65532";
	// Where it is the catalog image below that says so, the line is in another file.
	const own = trace.finalStage.user !== undefined;
	const at = { file: trace.file, line: own ? (user?.line ?? trace.finalStage.line) : trace.finalStage.line };
	const fix = `add "USER ${example}" to the final stage`;
	const isHeldTo = wanted !== undefined || bareBase(context, request) === "distroless";
	const check = { check: isHeldTo ? "user" : "nonroot" } as const;
	if (user === undefined) {
		// FROM scratch without a command: files to be copied from, nothing that ever runs.
		const { entrypoint, cmd } = trace.finalStage;
		const onScratch = finalStages(context, request).at(-1)?.base.kind === "scratch";
		if (wanted === undefined && onScratch && entrypoint === undefined && cmd === undefined) return;
		// Such bases set it themselves.
		if (/nonroot/.test(externalBase(context, request) ?? "")) return;
		yield {
			message: "the final stage sets no USER: the image runs as the user of its base, usually root",
			at,
			fix,
			...check,
		};
		// A variable that is left is one of the base: nobody knows it here.
	} else if (user.value.includes("$")) return;
	else if (!/^[0-9]+(?::[0-9]+)?$/.test(user.value) || /^0+(?::|$)/.test(user.value))
		yield {
			message: `USER ${user.value} is ${/^(?:0+|root)(?::|$)/.test(user.value) ? "root" : "not numeric"}`,
			at,
			why: "Kubernetes recognizes a non-root user only by its number",
			fix: `use "USER ${example}"`,
			...check,
		};
	else if (wanted !== undefined && user.value !== wanted)
		yield {
			message: `USER is ${user.value}, the catalog requires ${wanted} (verify.user)`,
			at,
			fix: `use "USER ${wanted}"`,
			...check,
		};
}

/** Instructions of the final stage chain: each RUN, and the last one of each other keyword. */
function finalInstructions({ dockerfile, trace }: RuleContext): readonly Instruction[] {
	const all = [...trace.finalStage.chain].reverse().flatMap((index) => dockerfile.stages[index]?.instructions ?? []);
	return all.filter(
		({ keyword }, i) => keyword === "RUN" || !all.slice(i + 1).some((later) => later.keyword === keyword),
	);
}

const commands: ReadonlySet<string> = new Set(["RUN", "CMD", "ENTRYPOINT", "HEALTHCHECK"]);
const accounts = /\b(?:useradd|adduser|groupadd|addgroup)\b/;

/** A RUN that cannot start fails the build; for other instructions, verify has a check. */
const severityOf = (keyword: string) =>
	keyword === "RUN" ? ({ severity: "error" } as const) : { check: startCheck(keyword, "program") };

function* shellForm(context: RuleContext): Iterable<RuleFinding> {
	const bare = bareBase(context, context.request);
	if (bare === undefined || hasOwnShell(context)) return;
	for (const instruction of finalInstructions(context)) {
		const { keyword, form, args, line } = instruction;
		if (!commands.has(keyword) || form === "json" || args.length === 0) continue;
		const health = keyword === "HEALTHCHECK" ? " CMD" : "";
		const account = keyword === "RUN" && accounts.test(args[0] ?? "");
		const edit = keyword === "RUN" ? undefined : execForm(context, instruction);
		yield {
			message: `${keyword}${health} is in shell form, but the final image has no shell`,
			at: { file: context.dockerfile.file, line },
			...severityOf(keyword),
			...(account && {
				why: "it has no program to add users either; distroless images include the user 65532 (nonroot)",
			}),
			fix: account
				? 'remove it and use "USER 65532:65532"'
				: keyword === "RUN"
					? "run it in an earlier stage and COPY --from the result"
					: `use the JSON form: ${keyword}${health} ["/usr/bin/python3", "..."]`,
			...(edit !== undefined && { edits: [edit] }),
		};
	}
}

/** SHELL may name a shell that is in the image. */
const hasOwnShell = ({ trace }: RuleContext) => trace.final.shell !== undefined;

/** The command in JSON form; undefined if it needs a shell. */
function execForm({ dockerfile }: RuleContext, instruction: Instruction): Edit | undefined {
	const text = instruction.args[0] ?? "";
	if (/[^\w\s./:=@%+,-]/.test(text) || /^\w+=/.test(text) || instruction.line !== instruction.endLine) return undefined;
	const words = text.trim().split(/\s+/);
	const json = `[${words.map((word) => JSON.stringify(word)).join(", ")}]`;
	const escaped = text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
	return replaceGroup(dockerfile, instruction, new RegExp(`\\s(${escaped})\\s*$`), json);
}

/** Tools of shells and distributions, by name or by their usual path. */
const tool =
	/^(?:\/(?:usr\/)?s?bin\/)?(?:sh|bash|ash|dash|curl|wget|nc|useradd|adduser|groupadd|apt|apt-get|apk|pip|pip3)$/;
/** Python paths of other images; distroless images have /usr/bin/python3. */
const otherPython = /^(?:\/usr\/bin\/)?python$|^\/usr\/local\/bin\/python[\d.]*$/;
/** Scripts of packages; their first line names the Python that installed them. */
const script =
	/^(?:uvicorn|gunicorn|hypercorn|daphne|waitress-serve|flask|fastapi|celery|alembic|django-admin|streamlit)$/;

function* missingTool(context: RuleContext): Iterable<RuleFinding> {
	const bare = bareBase(context, context.request);
	if (bare === undefined) return;
	const copied = new Set(
		finalSteps(context, context.request).flatMap((step) =>
			step.paths.flatMap((path) => [posix.basename(path), posix.join(copyDestination(step), posix.basename(path))]),
		),
	);
	const ref = externalBase(context, context.request) ?? "";
	const python = bare === "distroless" && /distroless\/python/.test(ref);
	for (const { keyword, form, args, line } of finalInstructions(context)) {
		const [program = "", ...rest] = args;
		if (!commands.has(keyword) || form !== "json" || copied.has(program) || copied.has(posix.basename(program)))
			continue;
		const at = { file: context.dockerfile.file, line };
		const message = `${keyword} runs ${program}, which is not in the final image`;
		if (tool.test(program)) {
			const account = accounts.test(program);
			const fix = account
				? 'remove it and use "USER 65532:65532"'
				: python
					? usePython(keyword)
					: "use a program that is copied into the image";
			yield { message, at, fix, ...severityOf(keyword) };
		} else if (/(?:^|\/)distroless\//.test(ref) && otherPython.test(program))
			yield {
				message,
				at,
				...severityOf(keyword),
				why: "its Python is /usr/bin/python3",
				fix: `use ${JSON.stringify(["/usr/bin/python3", ...rest.slice(0, 2)])
					.replace(/\]$/, rest.length > 2 ? ", ...]" : "]")
					.replaceAll('","', '", "')}`,
			};
		else if (python && script.test(program))
			yield {
				message: `${keyword} runs the script ${program}, whose Python is not in the final image`,
				at,
				...severityOf(keyword),
				why: "its first line names the Python of the stage that installed it, usually /usr/local/bin/python",
				fix: `use ["/usr/bin/python3", "-m", "${program}", ...]`,
			};
	}
}

const usePython = (keyword: string) =>
	keyword === "HEALTHCHECK"
		? `use Python: CMD ["/usr/bin/python3", "-c", "import urllib.request; urllib.request.urlopen('http://localhost:8080/health')"]`
		: "use /usr/bin/python3";

export const runtimeRules: readonly LintRule[] = [
	{
		id: "final-user",
		scope: "service",
		severity: "warning",
		verifiedBy: "nonroot",
		title: "The image does not run as the required numeric, non-root user",
		docs: "Without `USER`, a container runs as root. A name needs an /etc/passwd and cannot be checked from outside; a number can. `verify.user` in the catalog requires a certain user; with it, and for distroless images, the finding is an error.",
		check: finalUser,
	},
	{
		id: "distroless-shell",
		scope: "service",
		severity: "error",
		verifiedBy: "entrypoint",
		title: "Shell form on an image without a shell",
		docs: "`RUN x`, `CMD x`, `ENTRYPOINT x` and `HEALTHCHECK CMD x` run `/bin/sh -c x`. Distroless images and `scratch` have no shell, so the build fails, the container does not start, or it stays unhealthy. Use the JSON form.",
		check: shellForm,
	},
	{
		id: "distroless-tool",
		scope: "service",
		severity: "error",
		verifiedBy: "entrypoint",
		title: "A program that is not in the final image",
		docs: "Distroless images have no shell, curl, wget or package manager, and Python only as `/usr/bin/python3`, not as `python` or `/usr/local/bin/python`. Scripts such as `uvicorn` start with the path of the Python that installed them, which is missing too; run them as modules. A `HEALTHCHECK` can use Python's `urllib`.",
		check: missingTool,
	},
];
