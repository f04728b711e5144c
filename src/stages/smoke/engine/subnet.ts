interface Range {
	readonly first: number;
	readonly last: number;
	readonly bits: number;
}

/** An IPv4 network in CIDR form; undefined when it is none. */
function parse(cidr: string): Range | undefined {
	const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(cidr);
	if (match === null) return undefined;
	const [a, b, c, d, bits] = match.slice(1).map(Number) as [number, number, number, number, number];
	if ([a, b, c, d].some((octet) => octet > 255) || bits > 32) return undefined;
	const size = 2 ** (32 - bits);
	const address = ((a * 256 + b) * 256 + c) * 256 + d;
	const first = address - (address % size);
	return { first, last: first + size - 1, bits };
}

/** Whether two IPv4 networks share an address. What is no IPv4 network shares none. */
export function subnetsOverlap(one: string, other: string): boolean {
	const a = parse(one);
	const b = parse(other);
	return a !== undefined && b !== undefined && a.first <= b.last && b.first <= a.last;
}

export interface ChosenSubnet {
	readonly subnet?: string;
	/** Why it is not the one that was wanted. */
	readonly note?: string;
}

export interface UsedSubnet {
	readonly cidr: string;
	/** Who has it, for the note. */
	readonly by: string;
}

/** The wanted subnet if it is free, else the first free one of its size in 172.16.0.0/12 and 10.192.0.0/10, with a note. */
export function chooseSubnet(wanted: string | undefined, used: readonly UsedSubnet[]): ChosenSubnet {
	if (wanted === undefined) return {};
	const taken = used.find(({ cidr }) => subnetsOverlap(cidr, wanted));
	if (taken === undefined) return { subnet: wanted };
	const why = `${wanted} is in use (${taken.by})`;
	const bits = Math.max(parse(wanted)?.bits ?? 16, 16);
	const free = candidates(bits).find((candidate) => !used.some(({ cidr }) => subnetsOverlap(cidr, candidate)));
	if (free === undefined) return { note: `${why}; the engine picked another` };
	return { subnet: free, note: `${why}; ${free} was taken` };
}

/** From the far end, where Docker's own pools begin last. */
function candidates(bits: number): readonly string[] {
	const inTwelve = Array.from({ length: 16 }, (_, index) => `172.${31 - index}.0.0/${bits}`);
	const inTen = Array.from({ length: 64 }, (_, index) => `10.${192 + index}.0.0/${bits}`);
	return [...inTwelve, ...inTen];
}
