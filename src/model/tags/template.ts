/** Names that `{{...}}` in the catalog may use. */
export const templateNames = ["name", "phase", "project", "revision", "short_revision", "date", "version"] as const;
export type TemplateName = (typeof templateNames)[number];

/** Values of the names. A name without a value (a service without a phase) expands to nothing. */
export type TemplateVars = Readonly<Partial<Record<TemplateName, string>>>;

/** A text or a `{{ name }}`; `unknown` and `unclosed` are errors. */
export type TemplatePart =
	| { readonly kind: "text"; readonly text: string }
	| { readonly kind: "name"; readonly name: TemplateName }
	| { readonly kind: "unknown"; readonly name: string }
	| { readonly kind: "unclosed"; readonly text: string };

const knownNames: ReadonlySet<string> = new Set(templateNames);

/** Splits a template. Braces contain a name and nothing else. */
export function parseTemplate(template: string): readonly TemplatePart[] {
	const parts: TemplatePart[] = [];
	let from = 0;
	while (from < template.length) {
		const open = template.indexOf("{{", from);
		if (open < 0) break;
		if (open > from) parts.push({ kind: "text", text: template.slice(from, open) });
		const close = template.indexOf("}}", open + 2);
		if (close < 0) {
			parts.push({ kind: "unclosed", text: template.slice(open) });
			return parts;
		}
		const name = template.slice(open + 2, close).trim();
		parts.push(isName(name) ? { kind: "name", name } : { kind: "unknown", name });
		from = close + 2;
	}
	if (from < template.length) parts.push({ kind: "text", text: template.slice(from) });
	return parts;
}

/**
 * Fills in a template. Values are inserted literally: a `{{name}}` inside a value stays text. Throws a TypeError for an
 * unknown name or an unclosed brace; loading the catalog has checked both.
 */
export function fillTemplate(template: string, vars: TemplateVars): string {
	return parseTemplate(template)
		.map((part) => {
			switch (part.kind) {
				case "text":
					return part.text;
				case "name":
					return vars[part.name] ?? "";
				case "unknown":
					throw new TypeError(`unknown template variable {{${part.name}}}`);
				case "unclosed":
					throw new TypeError(`template is never closed: ${part.text}`);
				default:
					return part satisfies never;
			}
		})
		.join("");
}

function isName(name: string): name is TemplateName {
	return knownNames.has(name);
}
