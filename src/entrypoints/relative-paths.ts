import { dirname, isAbsolute, join, normalize } from "node:path";
import type { BuiltImage } from "../model/documents/build.ts";
import type { Documents } from "../model/documents/documents.ts";
import type { PlannedImage } from "../model/documents/plan.ts";
import type { Location, Problem } from "../util/errors.ts";

/**
 * Documents name Dockerfiles relative to the catalog's folder; people, editors and GitHub need paths relative to the
 * working directory. The catalog itself and files from the command line already are.
 */
export function relativeProblem<P extends Problem>(problem: P, catalog: string): P {
	if (problem.at === undefined || /^(document|options)\//.test(problem.code)) return problem;
	return { ...problem, at: locationFromHere(problem.at, catalog) };
}

function locationFromHere(at: Location, catalog: string): Location {
	return { ...at, file: fileFromHere(at.file, catalog) };
}

function fileFromHere(file: string, catalog: string): string {
	const isFromHere = isAbsolute(file) || normalize(file) === normalize(catalog);
	return isFromHere ? file : join(dirname(catalog), file);
}

/** The same for all documents of a run. */
export function relativeDocuments(documents: Documents, catalog: string): Documents {
	const { plan, lint, build } = documents;
	const problems = <P extends Problem>(list: readonly P[]) => list.map((problem) => relativeProblem(problem, catalog));
	const planned = (image: PlannedImage): PlannedImage => {
		const { decision } = image;
		if (decision.kind !== "blocked") return image;
		return { ...image, decision: { ...decision, problems: problems(decision.problems) } };
	};
	const built = (image: BuiltImage): BuiltImage => {
		const { error } = image;
		return error?.file === undefined
			? image
			: { ...image, error: { ...error, file: fileFromHere(error.file, catalog) } };
	};
	return {
		...documents,
		...(lint && { lint: { ...lint, findings: problems(lint.findings) } }),
		...(plan && { plan: { ...plan, images: plan.images.map(planned) } }),
		...(build && { build: { ...build, images: build.images.map(built) } }),
	};
}
