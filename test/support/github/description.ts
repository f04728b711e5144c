import { readFile } from "node:fs/promises";
import path from "node:path";
import { Ajv, type ValidateFunction } from "ajv";
import addFormats from "ajv-formats";
import { exec } from "../../../src/adapters/process/exec.ts";

export type Schema = { readonly [key: string]: unknown };

interface Parameter {
	readonly name: string;
	readonly in: "path" | "query" | "header";
	readonly required?: boolean;
	readonly schema: Schema;
}

interface RawOperation {
	readonly operationId: string;
	readonly parameters?: readonly (Parameter | { readonly $ref: string })[];
	readonly requestBody?: { readonly required?: boolean; readonly content: Content };
	readonly responses: Readonly<Record<string, { readonly content?: Content } | { readonly $ref: string }>>;
}
type Content = Readonly<Record<string, { readonly schema: Schema }>>;

/** A request as it came. */
export interface Asked {
	readonly method: string;
	readonly path: string;
	readonly query: URLSearchParams;
	readonly body: unknown;
}

/** An operation of the description that a request is, with what its path says. */
export interface Matched {
	readonly id: string;
	readonly params: Readonly<Record<string, string>>;
	readonly operation: RawOperation;
}

/** GitHub's own description of its API, and what it says of a request or an answer. */
export class Description {
	readonly #document: { readonly paths: Readonly<Record<string, Readonly<Record<string, RawOperation>>>> };
	readonly #ajv = new Ajv({ strict: false, allErrors: true, coerceTypes: false });
	readonly #compiled = new Map<string, ValidateFunction>();

	private constructor(document: Schema) {
		this.#document = document as never;
		(addFormats as unknown as (ajv: Ajv) => void)(this.#ajv);
		this.#ajv.addSchema({ $id: "github", components: withNull(document.components) as Schema });
	}

	static async read(): Promise<Description> {
		const root = path.join(import.meta.dirname, "../../..");
		const { stdout, stderr, exitCode } = await exec([path.join(root, "script/openapi")], { cwd: root });
		if (exitCode !== 0) throw new Error(`no description of GitHub's API: ${stderr}`);
		return new Description(JSON.parse(await readFile(stdout.trim(), "utf8")) as Schema);
	}

	/** The operation of a method and path; a path without variables goes before one with. */
	match({ method, path: asked }: Pick<Asked, "method" | "path">): Matched | undefined {
		const parts = asked.split("/");
		const found = Object.entries(this.#document.paths)
			.flatMap(([template, methods]) => {
				const operation = methods[method.toLowerCase()];
				const params = operation && variables(template.split("/"), parts);
				return params === undefined
					? []
					: [{ id: operation?.operationId ?? "", params, operation: operation as RawOperation }];
			})
			.sort((a, b) => Object.keys(a.params).length - Object.keys(b.params).length);
		return found[0];
	}

	/**
	 * What the description has against a request; empty when it is as described. What is not described at all is refused,
	 * too.
	 */
	objections({ operation, params }: Matched, { query, body }: Asked): readonly string[] {
		const described = (operation.parameters ?? []).map((one) => this.#resolve<Parameter>(one));
		const known = new Set(described.filter((one) => one.in === "query").map(({ name }) => name));
		const given = (one: Parameter) => (one.in === "path" ? params[one.name] : (query.get(one.name) ?? undefined));
		const { schema } = operation.requestBody?.content["application/json"] ?? {};
		return [
			...[...query.keys()].filter((name) => !known.has(name)).map((name) => `there is no parameter ${name}`),
			...described.flatMap((one) => {
				const value = given(one);
				if (one.in === "header") return [];
				if (value === undefined) return one.required ? [`parameter ${one.name} is missing`] : [];
				return this.#wrong(one.schema, typed(value, one.schema)).map((words) => `parameter ${one.name} ${words}`);
			}),
			...(schema === undefined
				? body === undefined
					? []
					: ["it takes no body"]
				: [
						...this.#wrong(schema, body).map((words) => `body ${words}`),
						...Object.keys((body ?? {}) as object)
							.filter((key) => !(key in ((schema.properties ?? { [key]: 0 }) as object)))
							.map((key) => `body has an unknown ${key}`),
					]),
		];
	}

	/** What is wrong with an answer; a status that the description does not have is. */
	misfits({ operation }: Matched, status: number, body: unknown): readonly string[] {
		const response = operation.responses[status];
		if (response === undefined) return [`no status ${status} is described`];
		const { content } = this.#resolve<{ content?: Content }>(response);
		const schema = content?.["application/json"]?.schema;
		return schema === undefined ? [] : this.#wrong(schema, body);
	}

	statuses({ operation }: Matched): readonly string[] {
		return Object.keys(operation.responses);
	}

	/** The smallest thing that fits a schema of the description by its name, with these properties laid over it. */
	sample(name: string, over: object): object {
		return { ...(this.#sampleOf({ $ref: `#/components/schemas/${name}` }) as object), ...over };
	}

	#sampleOf(schema: Schema): unknown {
		if (typeof schema.$ref === "string") return this.#sampleOf(this.#resolve<Schema>({ $ref: schema.$ref }));
		if (schema.nullable === true) return null;
		if (Array.isArray(schema.enum)) return schema.enum[0];
		for (const key of ["oneOf", "anyOf"]) {
			const [first] = (schema[key] ?? []) as readonly Schema[];
			if (first !== undefined) return this.#sampleOf(first);
		}
		if (Array.isArray(schema.allOf))
			return Object.assign({}, ...(schema.allOf as readonly Schema[]).map((one) => this.#sampleOf(one)));
		switch (schema.type) {
			case "string":
				return samples[String(schema.format)] ?? "x";
			case "integer":
			case "number":
				return 1;
			case "boolean":
				return false;
			case "array":
				return [];
			default:
				return Object.fromEntries(
					((schema.required ?? []) as readonly string[]).map((key) => [
						key,
						this.#sampleOf(((schema.properties ?? {}) as Record<string, Schema>)[key] ?? {}),
					]),
				);
		}
	}

	#wrong(schema: Schema, value: unknown): readonly string[] {
		const key = JSON.stringify(schema);
		let validate = this.#compiled.get(key);
		if (validate === undefined) {
			validate = this.#ajv.compile(withNull(schema) as Schema);
			this.#compiled.set(key, validate);
		}
		if (validate(value)) return [];
		return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`.trim());
	}

	#resolve<T>(value: T | { readonly $ref: string }): T {
		const ref = (value as { readonly $ref?: string }).$ref;
		if (ref === undefined) return value as T;
		return ref
			.slice(2)
			.split("/")
			.reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], this.#document) as T;
	}
}

const samples: Readonly<Record<string, string>> = {
	uri: "https://example.invalid/",
	"date-time": "2026-11-20T03:17:00Z",
	date: "2026-11-20",
	email: "someone@example.invalid",
};

function variables(template: readonly string[], parts: readonly string[]): Record<string, string> | undefined {
	if (template.length !== parts.length) return undefined;
	const params: Record<string, string> = {};
	for (const [i, part] of template.entries()) {
		const value = parts[i] ?? "";
		const name = /^\{(\w+)\}$/.exec(part)?.[1];
		if (name !== undefined && value !== "") params[name] = decodeURIComponent(value);
		else if (part !== value) return undefined;
	}
	return params;
}

function typed(value: string, schema: Schema): unknown {
	const isNumber = schema.type === "integer" || schema.type === "number" || Array.isArray(schema.oneOf);
	return isNumber && /^-?\d+$/.test(value) ? Number(value) : value;
}

/** OpenAPI 3.0's `nullable` in JSON Schema's words; references lead into the one document that all of them share. */
function withNull(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withNull);
	if (typeof value !== "object" || value === null) return value;
	const { nullable, ...rest } = value as Record<string, unknown>;
	const plain = Object.fromEntries(
		Object.entries(rest)
			.filter(([key]) => key !== "example" && key !== "examples" && key !== "description")
			.map(([key, one]) => (key === "$ref" && typeof one === "string" ? [key, `github${one}`] : [key, withNull(one)])),
	);
	return nullable === true ? { anyOf: [{ type: "null" }, plain] } : plain;
}
