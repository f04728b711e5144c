import type { Instruction } from "../../dockerfile/dockerfile.ts";
import { inherited, isDistroless, outsideBase } from "../image.ts";
import type { Found, Rule, ServiceContext } from "../rule.ts";

function* finalUser(context: ServiceContext): Iterable<Found> {
	const { trace, service, request } = context;
	const user = inherited("user", context, request);
	const wanted = service.verify.user;
	const example = wanted ?? "65532:65532";
	// Where it is the catalog image below that says so, the line is in another file.
	const own = trace.final.user !== undefined;
	const at = { file: trace.file, line: own ? (user?.line ?? trace.final.line) : trace.final.line };
	const fix = `add "USER ${example}" to the final stage`;
	if (user === undefined) {
		// Such bases set it themselves.
		if (/nonroot/.test(outsideBase(context, request) ?? "")) return;
		yield { message: "the final stage sets no USER, so the image runs as root", at, fix };
	} else if (!/^[0-9]+(?::[0-9]+)?$/.test(user.value) || /^0+(?::|$)/.test(user.value))
		yield {
			message: `USER ${user.value} is ${/^(?:0+|root)(?::|$)/.test(user.value) ? "root" : "no number"}`,
			at,
			why: "Kubernetes and the like can tell a user that is not root by its number only",
			fix: `say "USER ${example}"`,
		};
	else if (wanted !== undefined && user.value !== wanted)
		yield {
			message: `USER ${user.value}, and the catalog wants ${wanted} (verify.user)`,
			at,
			fix: `say "USER ${wanted}"`,
		};
}

/** Instructions of the final stage and the stages of this file it is FROM; of those that only the last counts for, the last. */
function finalInstructions({ dockerfile, trace }: ServiceContext): readonly Instruction[] {
	const all = [...trace.final.chain].reverse().flatMap((index) => dockerfile.stages[index]?.instructions ?? []);
	return all.filter(
		({ keyword }, i) => keyword === "RUN" || !all.slice(i + 1).some((later) => later.keyword === keyword),
	);
}

const commands: ReadonlySet<string> = new Set(["RUN", "CMD", "ENTRYPOINT", "HEALTHCHECK"]);

function* shellForm(context: ServiceContext): Iterable<Found> {
	if (!isDistroless(context, context.request)) return;
	for (const { keyword, form, args, line } of finalInstructions(context)) {
		if (!commands.has(keyword) || form === "json" || args.length === 0) continue;
		const health = keyword === "HEALTHCHECK" ? " CMD" : "";
		yield {
			message: `${keyword}${health} in shell form, and the final image has no shell`,
			at: { file: context.dockerfile.file, line },
			fix:
				keyword === "RUN"
					? "do it in an earlier stage and COPY --from the result"
					: `write the program and its arguments as JSON: ${keyword}${health} ["/usr/bin/python3", "..."]`,
		};
	}
}

const absent = /^(?:\/(?:usr\/)?bin\/)?(?:sh|bash|ash|dash|curl|wget|nc|useradd|adduser|apt|apt-get|python|pip|pip3)$/;

function* missingTool(context: ServiceContext): Iterable<Found> {
	if (!isDistroless(context, context.request)) return;
	for (const { keyword, form, args, line } of finalInstructions(context)) {
		const [program = ""] = args;
		if (!commands.has(keyword) || form !== "json" || !absent.test(program)) continue;
		yield {
			message: `${keyword} runs ${program}, which distroless images do not have`,
			at: { file: context.dockerfile.file, line },
			fix: "use what is there: /usr/bin/python3 in the Python ones",
		};
	}
}

export const runtimeRules: readonly Rule[] = [
	{
		id: "final-user",
		scope: "service",
		severity: "warning",
		title: "The image does not run as the numeric, non-root user it should",
		docs: "Without `USER` a container runs as root. A name cannot be checked from outside and needs an /etc/passwd; a number needs nothing. `verify.user` in the catalog says which one is wanted.",
		check: finalUser,
	},
	{
		id: "distroless-shell",
		scope: "service",
		severity: "warning",
		title: "Shell form on a distroless image",
		docs: "`RUN x`, `CMD x`, `ENTRYPOINT x` and `HEALTHCHECK CMD x` run `/bin/sh -c x`. There is no shell: the build fails, the container does not start, or it is unhealthy for ever. Use the JSON form.",
		check: shellForm,
	},
	{
		id: "distroless-tool",
		scope: "service",
		severity: "warning",
		title: "A program that distroless images do not have",
		docs: "No shell, no curl, no wget, no package manager, and Python only as `/usr/bin/python3`.",
		check: missingTool,
	},
];
