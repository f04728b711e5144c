import { dirname, isAbsolute, join, normalize } from "node:path";
import type { Documents } from "../model/documents/documents.ts";
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
	const here = isAbsolute(file) || normalize(file) === normalize(catalog);
	return here ? file : join(dirname(catalog), file);
}

/** The same for all documents of a run. */
export function relativeDocuments(documents: Documents, catalog: string): Documents {
	const { plan, lint, build } = documents;
	return {
		...documents,
		...(lint && { lint: { ...lint, findings: lint.findings.map((problem) => relativeProblem(problem, catalog)) } }),
		...(plan && {
			plan: {
				...plan,
				images: plan.images.map((image) =>
					image.decision.kind !== "blocked"
						? image
						: {
								...image,
								decision: {
									...image.decision,
									problems: image.decision.problems.map((problem) => relativeProblem(problem, catalog)),
								},
							},
				),
			},
		}),
		...(build && {
			build: {
				...build,
				images: build.images.map((image) =>
					image.error?.file === undefined
						? image
						: { ...image, error: { ...image.error, file: fileFromHere(image.error.file, catalog) } },
				),
			},
		}),
	};
}
