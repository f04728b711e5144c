import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { convertWorkflowTemplate, type FileReference, NoOperationTraceWriter, parseWorkflow } from "./github-parser.ts";

const root = path.join(import.meta.dirname, "../..");
const read = (name: string) => readFile(path.join(root, name), "utf8");

/** A workflow that is called: of this repository, by a path of its own or as users name it. */
async function called(reference: FileReference) {
	const isOurs = !("repository" in reference) || `${reference.owner}/${reference.repository}` === "lucid/build-action";
	assert.ok(isOurs, `calls a workflow of somebody else: ${JSON.stringify(reference)}`);
	return { name: reference.path, content: await read(reference.path) };
}

/** What GitHub's parser finds wrong with a workflow, calls of other workflows included. */
export async function errorsOf(name: string, content: string): Promise<readonly string[]> {
	const { context, value } = parseWorkflow({ name, content }, new NoOperationTraceWriter());
	if (value !== undefined)
		await convertWorkflowTemplate(context, value, { getFileContent: called }, { fetchReusableWorkflowDepth: 1 });
	return context.errors.getErrors().map(({ message }) => message);
}
