import { registerHooks } from "node:module";

// The packages import their JSON schema without an import attribute, which Node requires.
registerHooks({
	resolve: (specifier, context, next) => {
		const found = next(specifier, context);
		return specifier.endsWith(".json") ? { ...found, importAttributes: { type: "json" } } : found;
	},
});

/** GitHub's own parser of workflows and actions, and of the expressions in them. */
export const { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } = await import(
	"@actions/workflow-parser"
);
export const { parseAction } = await import("@actions/workflow-parser/actions/action-parser");
export const { data, Evaluator, Lexer, Parser } = await import("@actions/expressions");
export type { FileReference } from "@actions/workflow-parser/workflows/file-reference";
