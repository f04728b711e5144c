import { posix } from "node:path";
import { closestMatch } from "../../../../util/closest-match.ts";
import { copyDestination } from "../../analysis/final-image.ts";
import { commandWords, pythonSearchPath, startedModule, workdirOf } from "../../analysis/python-paths.ts";
import { copySourceStage, shellText, stageAt, toAbsolutePath } from "../../analysis/stage-chain.ts";
import { stageProvides, stepsProvide } from "../../analysis/stage-contents.ts";
import { filesIn } from "../../analysis/tree-files.ts";
import type { LintRule, RuleContext, RuleFinding } from "../../rule.ts";

function* missingInStage(context: RuleContext): Iterable<RuleFinding> {
	const { trace } = context;
	for (const step of trace.steps) {
		const from = step.instruction.keyword === "COPY" ? copySourceStage(step, trace) : undefined;
		if (from === undefined) continue;
		for (const source of step.paths.slice(0, -1)) {
			const path = toAbsolutePath(source);
			if (/[$*?[]/.test(source) || stageProvides(context, from, path) !== "no") continue;
			const stage = `stage ${stageAt(trace, from)?.name ?? from}`;
			const suggestion = closestMatch(path, destinationsIn(from, context));
			yield {
				message: `${stage} never creates ${source}`,
				at: { file: trace.file, line: step.instruction.line },
				why: "no COPY and no command of that stage creates it",
				fix:
					suggestion === undefined ? `COPY it into ${stage} first, or remove this line` : `did you mean ${suggestion}?`,
			};
		}
	}
}

/** Destinations of the COPY and ADD of a stage. */
const destinationsIn = (stage: number, { trace }: RuleContext): readonly string[] =>
	trace.steps.flatMap((step) =>
		step.stage === stage && step.instruction.keyword !== "RUN" ? [copyDestination(step)] : [],
	);

/** Modules of Python itself or of common packages: `python -m http.server`. */
const commonModules =
	/^(?:http|pip|uvicorn|gunicorn|hypercorn|flask|celery|django|streamlit|debugpy|venv|json|unittest|pytest|compileall|site)(?:\.|$)/;

function* missingModule(context: RuleContext): Iterable<RuleFinding> {
	const { trace, service } = context;
	const line = trace.finalStage.cmd?.line ?? trace.finalStage.entrypoint?.line;
	const module = startedModule(commandWords(context));
	if (module === undefined || line === undefined || commonModules.test(module)) return;
	const searched = pythonSearchPath(context);
	// A catalog image as base, or a pip install of the repository, may provide the module.
	if (searched === undefined || trace.finalStage.base.kind !== "image" || trace.wholeContext.length > 0) return;
	if (trace.steps.some((step) => installsRepository.test(shellText(step)))) return;
	const path = module.replaceAll(".", "/");
	const files = [`${path}.py`, `${path}/__main__.py`, `${path}/__init__.py`, `${path}.pyc`];
	const folders = [...new Set(searched)].filter((folder) => !/-packages$|^\/usr\/lib\//.test(folder));
	const places = folders.flatMap((folder) => files.map((file) => posix.join(folder, file)));
	if (places.some((place) => trace.finalStage.chain.some((stage) => stepsProvide(context, stage, place) !== "no")))
		return;
	// Only a module of this repository can be reported.
	const prefix = service.context === "." ? "" : `${service.context}/`;
	const source = filesIn(context.request.around.tree).find(
		({ entry }) =>
			entry.path.startsWith(prefix) && files.slice(0, 2).some((file) => `/${entry.path}`.endsWith(`/${file}`)),
	)?.entry.path;
	if (source === undefined) return;
	yield {
		message: `the container starts the module ${module}, but no instruction copies ${source} to a folder that Python searches`,
		at: { file: trace.file, line },
		why: `Python searches ${folders.join(", ")}`,
		fix: `COPY the folder that contains ${path.split("/")[0]} to ${workdirOf(context)}, or add it to PYTHONPATH`,
	};
}

/** Commands that install packages from the repository's own files: `pip install .`, `pip install -e ./lib`. */
const installsRepository =
	/\bpip[\d.]*\s+install\b[^&|;\n]{0,2000}\s(?:-e|--editable|\.{1,2}(?=[\s/[]|$)|\/|\S+\.whl)|setup\.py|\b(?:poetry|uv|pdm|hatch|flit|pipenv)\s|-m\s+build\b/;

export const stageSourceRules: readonly LintRule[] = [
	{
		id: "missing-stage-source",
		scope: "service",
		severity: "error",
		title: "COPY --from of a path that the other stage never creates",
		docs: "Reported only if certain: the other stage starts from a well-known image or `scratch`, and every command in it has known results, such as `apt-get`, `pip`, `mkdir` or `chown`, unlike `make` or `npm run build`.",
		check: missingInStage,
	},
	{
		id: "missing-module",
		scope: "service",
		severity: "error",
		verifiedBy: "entrypoint-module",
		title: "The container starts a Python module that is not in the image",
		docs: "`python -m controller.main` fails if `controller/` is not below the working directory or a folder of `PYTHONPATH`. Reported if the module is in the repository and every instruction that might copy it is understood.",
		check: missingModule,
	},
];
