import { satisfies } from "@renovatebot/pep440";

/** Environment of markers: a Linux container with CPython. Unknown values are undefined. */
export interface MarkerEnvironment {
	/** `3.11` */
	readonly python?: string;
	/** `aarch64` */
	readonly machine?: string;
}

export type MarkerResult = "yes" | "no" | "unknown";

const tokens = /\s*(\(|\)|===|~=|==|!=|<=|>=|<|>|"[^"]*"|'[^']*'|[A-Za-z_][\w.]*)/y;

/** Evaluates a marker: https://packaging.python.org/en/latest/specifications/dependency-specifiers/ */
export function evaluateMarker(marker: string, environment: MarkerEnvironment): MarkerResult {
	const words = tokenize(marker);
	if (words === undefined) return "unknown";
	const parser = new MarkerParser(words, environment);
	return parser.or();
}

function tokenize(text: string): readonly string[] | undefined {
	const words: string[] = [];
	tokens.lastIndex = 0;
	while (tokens.lastIndex < text.trimEnd().length) {
		const token = tokens.exec(text)?.[1];
		if (token === undefined) return undefined;
		words.push(token);
	}
	return words;
}

class MarkerParser {
	private at = 0;
	private readonly words: readonly string[];
	private readonly environment: MarkerEnvironment;

	constructor(words: readonly string[], environment: MarkerEnvironment) {
		this.words = words;
		this.environment = environment;
	}

	or(): MarkerResult {
		let value = this.and();
		while (this.take("or")) value = either(value, this.and());
		return value;
	}

	private and(): MarkerResult {
		let value = this.comparison();
		while (this.take("and")) value = both(value, this.comparison());
		return value;
	}

	private comparison(): MarkerResult {
		if (this.take("(")) {
			const value = this.or();
			this.take(")");
			return value;
		}
		const left = this.next();
		const operator = this.take("not") ? `not ${this.next()}` : this.next();
		const right = this.next();
		return compare(this.value(left), operator, this.value(right), left, right);
	}

	private next(): string {
		return this.words[this.at++] ?? "";
	}

	private take(word: string): boolean {
		if (this.words[this.at] !== word) return false;
		this.at++;
		return true;
	}

	/** Undefined if unknown. */
	private value(word: string): string | undefined {
		if (/^["']/.test(word)) return word.slice(1, -1);
		return variables(this.environment)[word];
	}
}

function variables({ python, machine }: MarkerEnvironment): Readonly<Record<string, string | undefined>> {
	return {
		os_name: "posix",
		"os.name": "posix",
		sys_platform: "linux",
		"sys.platform": "linux",
		platform_system: "Linux",
		platform_machine: machine,
		"platform.machine": machine,
		platform_python_implementation: "CPython",
		implementation_name: "cpython",
		python_implementation: "CPython",
		python_version: python,
		python_full_version: python,
		extra: "",
	};
}

function compare(
	left: string | undefined,
	operator: string,
	right: string | undefined,
	...words: string[]
): MarkerResult {
	if (left === undefined || right === undefined) return "unknown";
	if (operator === "in") return toMarkerResult(right.includes(left));
	if (operator === "not in") return toMarkerResult(!right.includes(left));
	const [name = "", other = ""] = words;
	if (/^python_(?:full_)?version$/.test(name)) return compareVersions(name, left, operator, right);
	if (/^python_(?:full_)?version$/.test(other))
		return compareVersions(other, right, mirrored[operator] ?? operator, left);
	if (operator === "==" || operator === "===") return toMarkerResult(left === right);
	if (operator === "!=") return toMarkerResult(left !== right);
	return "unknown";
}

const mirrored: Readonly<Record<string, string>> = { "<": ">", ">": "<", "<=": ">=", ">=": "<=" };

/** The patch version is unknown: if it matters, so is the result. */
function compareVersions(name: string, python: string, operator: string, version: string): MarkerResult {
	const holds = (candidate: string) => satisfies(candidate, `${operator}${version}`, { prereleases: true });
	if (name === "python_version") return toMarkerResult(holds(python));
	const [first, last] = [holds(`${python}.0`), holds(`${python}.99`)];
	return first === last ? toMarkerResult(first) : "unknown";
}

const toMarkerResult = (value: boolean): MarkerResult => (value ? "yes" : "no");
const either = (a: MarkerResult, b: MarkerResult): MarkerResult =>
	a === "yes" || b === "yes" ? "yes" : a === "no" && b === "no" ? "no" : "unknown";
const both = (a: MarkerResult, b: MarkerResult): MarkerResult =>
	a === "no" || b === "no" ? "no" : a === "yes" && b === "yes" ? "yes" : "unknown";
