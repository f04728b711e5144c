import dayjs from "dayjs";
import advancedFormat from "dayjs/plugin/advancedFormat.js";
import dayOfYear from "dayjs/plugin/dayOfYear.js";
import isoWeek from "dayjs/plugin/isoWeek.js";
import localizedFormat from "dayjs/plugin/localizedFormat.js";
import timezone from "dayjs/plugin/timezone.js";
import utc from "dayjs/plugin/utc.js";
import weekOfYear from "dayjs/plugin/weekOfYear.js";
import weekYear from "dayjs/plugin/weekYear.js";

dayjs.extend(utc);
dayjs.extend(timezone);
for (const plugin of [weekOfYear, weekYear, isoWeek, dayOfYear, advancedFormat, localizedFormat]) dayjs.extend(plugin);

/** A parsed text with expressions. */
export type Expression = readonly Part[];

type Part =
	| { readonly kind: "text"; readonly text: string }
	| { readonly kind: "name"; readonly name: string }
	| { readonly kind: "date"; readonly name: string; readonly format: string; readonly zone: string };

/** The fault of a rule; the message names the part. */
export interface RuleFault {
	readonly message: string;
	readonly why?: string;
	readonly fix?: string;
}

/** Values of the names in an expression. A rule with a name without a value gives no tag. */
export interface ExpressionValues {
	readonly names: Readonly<Record<string, string | undefined>>;
	/** RFC 3339: the value of `date`, by default the commit's date. */
	readonly date: string | undefined;
	/** RFC 3339: always the commit's date. */
	readonly commitDate: string | undefined;
}

const dates = ["date", "commit_date"];
const defaultFormat = "YYYYMMDD-HHmmss";

/** Parses `latest-{{date 'YYYYMMDD' tz='UTC'}}`. `names` and dates may be in braces. */
export function parseExpression(text: string, names: readonly string[]): Expression | RuleFault {
	if (text.includes("${{"))
		return {
			message: "GitHub's expressions are not evaluated in the catalog",
			fix: "use one such as {{is_default_branch}}",
		};
	const parts: Part[] = [];
	let from = 0;
	for (;;) {
		const start = text.indexOf("{{", from);
		const end = start < 0 ? -1 : text.indexOf("}}", start + 2);
		if (end < 0) break;
		if (start > from) parts.push({ kind: "text", text: text.slice(from, start) });
		const part = parsePart(text.slice(start + 2, end).trim(), names);
		if ("message" in part) return part;
		parts.push(part);
		from = end + 2;
	}
	const rest = text.slice(from);
	if (rest.includes("{{")) return { message: "{{ is not closed", fix: "write }} after the name" };
	if (rest !== "") parts.push({ kind: "text", text: rest });
	return parts;
}

function parsePart(inner: string, names: readonly string[]): Part | RuleFault {
	const [, name = "", arguments_ = ""] = /^([a-z_]+)(?:\s+(.*))?$/s.exec(inner) ?? [];
	if (names.includes(name) && arguments_ === "") return { kind: "name", name };
	if (!dates.includes(name)) {
		const allowed = [...names, "date 'FORMAT'"].map((expression) => `{{${expression}}}`).join(", ");
		return { message: `unknown expression {{${inner}}}`, fix: `use one of ${allowed}` };
	}
	const quoted = /^(?:(?:'([^']*)'|"([^"]*)")\s*)?(?:tz=(?:'([^']*)'|"([^"]*)"))?$/.exec(arguments_);
	const fix = `write {{${name} 'YYYYMMDD'}} or {{${name} 'YYYYMMDD-HHmmss' tz='Asia/Tokyo'}}`;
	if (quoted === null) return { message: `invalid expression {{${inner}}}`, fix };
	const zone = quoted[3] ?? quoted[4] ?? "UTC";
	if (!isZone(zone)) return { message: `unknown time zone ${zone}`, fix: "for example UTC or Asia/Tokyo" };
	return { kind: "date", name, format: quoted[1] ?? quoted[2] ?? defaultFormat, zone };
}

function isZone(zone: string): boolean {
	try {
		new Intl.DateTimeFormat("en", { timeZone: zone });
		return true;
	} catch {
		return false;
	}
}

/** Renders an expression; undefined if a part has no value. */
export function renderExpression(expression: Expression, values: ExpressionValues): string | undefined {
	let text = "";
	for (const part of expression) {
		const value = partValue(part, values);
		if (value === undefined) return undefined;
		text += value;
	}
	return text;
}

function partValue(part: Part, { names, date, commitDate }: ExpressionValues): string | undefined {
	switch (part.kind) {
		case "text":
			return part.text;
		case "name":
			return Object.hasOwn(names, part.name) ? names[part.name] : undefined;
		case "date":
			return formatDate(part.name === "date" ? date : commitDate, part.format, part.zone);
		default:
			return part satisfies never;
	}
}

/** Formats with Moment's tokens. Those that Day.js lacks are inserted as literals first. */
function formatDate(date: string | undefined, format: string, zone: string): string | undefined {
	if (date === undefined) return undefined;
	const there = dayjs(date).tz(zone);
	const missing: Readonly<Record<string, () => string>> = {
		DDDD: () => `${there.dayOfYear()}`.padStart(3, "0"),
		DDDo: () => ordinal(there.dayOfYear()),
		DDD: () => `${there.dayOfYear()}`,
		Qo: () => ordinal(Math.ceil((there.month() + 1) / 3)),
		Mo: () => ordinal(there.month() + 1),
		Wo: () => ordinal(there.isoWeek()),
		do: () => ordinal(there.day()),
		e: () => `${there.day()}`,
		E: () => `${there.isoWeekday()}`,
		gg: () => `${there.weekYear()}`.slice(-2),
		GG: () => `${there.isoWeekYear()}`.slice(-2),
		Y: () => `${there.year()}`,
		SS: () => `${Math.floor(there.millisecond() / 10)}`.padStart(2, "0"),
		S: () => `${Math.floor(there.millisecond() / 100)}`,
	};
	const tokens =
		/\[[^\]]{0,200}\]|YYYY|YY|Y|Qo|Q|MMMM|MMM|MM|Mo|M|DDDD|DDDo|DDD|DD|Do|D|dddd|ddd|dd|do|d|e|E|gggg|gg|GGGG|GG|wo|ww|w|Wo|WW|W|SSS|SS|S/g;
	return there.format(
		format.replace(tokens, (token) => {
			const value = Object.hasOwn(missing, token) ? missing[token]?.() : undefined;
			return value === undefined ? token : `[${value}]`;
		}),
	);
}

/** `1` -> `1st`. */
function ordinal(number: number): string {
	const last = number % 100;
	const ending = last > 10 && last < 14 ? "th" : (["th", "st", "nd", "rd"][number % 10] ?? "th");
	return `${number}${ending}`;
}
