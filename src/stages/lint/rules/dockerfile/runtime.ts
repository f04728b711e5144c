import { posix } from "node:path";
import type { Instruction } from "../../../../model/dockerfile/dockerfile.ts";
import type { Edit } from "../../../../model/documents/lint.ts";
import { defined } from "../../../../util/defined.ts";
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
	const required = service.verify.user;
	const example = required ?? "65532:65532";
	const check = required !== undefined || bareBase(context, request) === "distroless" ? "user" : "nonroot";
	// The USER of a catalog base is in another file.
	const line = trace.finalStage.user === undefined ? trace.finalStage.line : (user?.line ?? trace.finalStage.line);
	const at = { file: trace.file, line };
	if (user === undefined) {
		const { entrypoint, cmd } = trace.finalStage;
		const isOnScratch = finalStages(context, request).at(-1)?.base.kind === "scratch";
		// FROM scratch without a command only provides files.
		if (required === undefined && isOnScratch && entrypoint === undefined && cmd === undefined) return;
		// Such a base sets the user.
		if (/nonroot/.test(externalBase(context, request) ?? "")) return;
		yield {
			message: "the final stage sets no USER: the image runs as the user of its base, usually root",
			at,
			fix: `add "USER ${example}" to the final stage`,
			check,
		};
		// A remaining variable comes from the base, so its value is unknown.
	} else if (user.value.includes("$")) return;
	else if (!/^[0-9]+(?::[0-9]+)?$/.test(user.value) || /^0+(?::|$)/.test(user.value))
		yield {
			message: `USER ${user.value} is ${/^(?:0+|root)(?::|$)/.test(user.value) ? "root" : "not numeric"}`,
			at,
			why: "Kubernetes recognizes a non-root user only by its number",
			fix: `use "USER ${example}"`,
			check,
		};
	else if (required !== undefined && user.value !== required)
		yield {
			message: `USER is ${user.value}, the catalog requires ${required} (verify.user)`,
			at,
			fix: `use "USER ${required}"`,
			check,
		};
}

const commands: ReadonlySet<string> = new Set(["RUN", "CMD", "ENTRYPOINT", "HEALTHCHECK"]);

/** The commands of the final stage chain: each RUN, and the last CMD, ENTRYPOINT and HEALTHCHECK. */
function finalCommands({ dockerfile, trace }: RuleContext): readonly Instruction[] {
	const all = [...trace.finalStage.chain].reverse().flatMap((index) => dockerfile.stages[index]?.instructions ?? []);
	return all.filter(
		({ keyword }, i) =>
			commands.has(keyword) && (keyword === "RUN" || !all.slice(i + 1).some((later) => later.keyword === keyword)),
	);
}

const accounts = /\b(?:useradd|adduser|groupadd|addgroup)\b/;
const useNonroot = 'remove it and use "USER 65532:65532"';

/** A RUN that cannot start fails the build; for other instructions, verify has a check. */
const severityOf = (keyword: string) =>
	keyword === "RUN" ? ({ severity: "error" } as const) : { check: startCheck(keyword, "program") };

function* shellForm(context: RuleContext): Iterable<RuleFinding> {
	// SHELL may name a shell that is in the image.
	if (bareBase(context, context.request) === undefined || context.trace.finalStage.shell !== undefined) return;
	for (const instruction of finalCommands(context)) {
		const { keyword, form, args, line } = instruction;
		if (form === "json" || args.length === 0) continue;
		const command = keyword === "HEALTHCHECK" ? "HEALTHCHECK CMD" : keyword;
		const addsUser = keyword === "RUN" && accounts.test(args[0] ?? "");
		const edit = keyword === "RUN" ? undefined : execForm(context, instruction);
		yield {
			message: `${command} is in shell form, but the final image has no shell`,
			at: { file: context.dockerfile.file, line },
			...severityOf(keyword),
			...(addsUser && {
				why: "it has no program to add users either; distroless images include the user 65532 (nonroot)",
			}),
			fix: addsUser
				? useNonroot
				: keyword === "RUN"
					? "run it in an earlier stage and COPY --from the result"
					: `use the JSON form: ${command} ["/usr/bin/python3", "..."]`,
			...defined({ edits: edit && [edit] }),
		};
	}
}

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
	if (bareBase(context, context.request) === undefined) return;
	const copied = new Set(
		finalSteps(context, context.request).flatMap((step) =>
			step.paths.flatMap((path) => [posix.basename(path), posix.join(copyDestination(step), posix.basename(path))]),
		),
	);
	const base = externalBase(context, context.request) ?? "";
	for (const { keyword, form, args, line } of finalCommands(context)) {
		const [program = "", ...rest] = args;
		if (form !== "json" || copied.has(program) || copied.has(posix.basename(program))) continue;
		const replacement = replacementFor(program, rest, keyword, base);
		if (replacement === undefined) continue;
		yield {
			message: `${keyword} runs ${program}, which is not in the final image`,
			at: { file: context.dockerfile.file, line },
			...severityOf(keyword),
			...replacement,
		};
	}
}

/** Why a program is missing in a distroless image, and what to use instead; undefined if it may be there. */
function replacementFor(
	program: string,
	args: readonly string[],
	keyword: string,
	base: string,
): Partial<RuleFinding> | undefined {
	const hasPython = /distroless\/python/.test(base);
	if (tool.test(program)) {
		if (accounts.test(program)) return { fix: useNonroot };
		return { fix: hasPython ? usePython(keyword) : "use a program that is copied into the image" };
	}
	if (/(?:^|\/)distroless\//.test(base) && otherPython.test(program)) {
		const words = ["/usr/bin/python3", ...args.slice(0, 2)].map((word) => JSON.stringify(word));
		return {
			why: "its Python is /usr/bin/python3",
			fix: `use [${[...words, ...(args.length > 2 ? ["..."] : [])].join(", ")}]`,
		};
	}
	if (!hasPython || !script.test(program)) return undefined;
	return {
		message: `${keyword} runs the script ${program}, whose Python is not in the final image`,
		why: "its first line names the Python of the stage that installed it, usually /usr/local/bin/python",
		fix: `use ["/usr/bin/python3", "-m", "${program}", ...]`,
	};
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
		docs: "Without `USER`, a container runs as root. A name cannot be checked from outside; a number can. With `verify.user`, which requires a certain user, and for distroless images, the finding is an error.",
		check: finalUser,
	},
	{
		id: "distroless-shell",
		scope: "service",
		severity: "error",
		verifiedBy: "entrypoint",
		title: "Shell form on an image without a shell",
		docs: "`RUN x`, `CMD x`, `ENTRYPOINT x` and `HEALTHCHECK CMD x` run `/bin/sh -c x`, which distroless images and `scratch` lack. Use the JSON form.",
		check: shellForm,
	},
	{
		id: "distroless-tool",
		scope: "service",
		severity: "error",
		verifiedBy: "entrypoint",
		title: "A program that is not in the final image",
		docs: "Distroless images have no shell, curl, wget or package manager, and Python only as `/usr/bin/python3`. Scripts such as `uvicorn` start with the path of the Python that installed them; run them as modules. A `HEALTHCHECK` can use Python's `urllib`.",
		check: missingTool,
	},
];
