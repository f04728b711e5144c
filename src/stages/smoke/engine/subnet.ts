interface AddressRange {
	readonly first: number;
	readonly last: number;
	readonly bits: number;
}

/** An IPv4 network in CIDR notation; undefined for anything else. */
function parseCidr(cidr: string): AddressRange | undefined {
	const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(cidr);
	if (match === null) return undefined;
	const [a, b, c, d, bits] = match.slice(1).map(Number) as [number, number, number, number, number];
	if ([a, b, c, d].some((octet) => octet > 255) || bits > 32) return undefined;
	const size = 2 ** (32 - bits);
	const address = ((a * 256 + b) * 256 + c) * 256 + d;
	const first = address - (address % size);
	return { first, last: first + size - 1, bits };
}

/** Whether two IPv4 networks share an address; false if either is not an IPv4 network. */
export function subnetsOverlap(one: string, other: string): boolean {
	const a = parseCidr(one);
	const b = parseCidr(other);
	return a !== undefined && b !== undefined && a.first <= b.last && b.first <= a.last;
}

export interface ChosenSubnet {
	readonly subnet?: string;
	/** Why it is not the wanted one. */
	readonly note?: string;
}

export interface UsedSubnet {
	readonly cidr: string;
	/** Network or interface that uses it. */
	readonly by: string;
}

/** The wanted subnet if free, else with a note the first free one of its size in 172.16.0.0/12 and 10.192.0.0/10. */
export function chooseSubnet(wanted: string | undefined, used: readonly UsedSubnet[]): ChosenSubnet {
	if (wanted === undefined) return {};
	const conflict = used.find(({ cidr }) => subnetsOverlap(cidr, wanted));
	if (conflict === undefined) return { subnet: wanted };
	const why = `${wanted} is in use (${conflict.by})`;
	const bits = Math.max(parseCidr(wanted)?.bits ?? 16, 16);
	const free = candidates(bits).find((candidate) => !used.some(({ cidr }) => subnetsOverlap(cidr, candidate)));
	if (free === undefined) return { note: `${why}; the engine chose another` };
	return { subnet: free, note: `${why}; using ${free} instead` };
}

/** From the high end, which Docker's own pools use last. */
function candidates(bits: number): readonly string[] {
	const inTwelve = Array.from({ length: 16 }, (_, index) => `172.${31 - index}.0.0/${bits}`);
	const inTen = Array.from({ length: 64 }, (_, index) => `10.${192 + index}.0.0/${bits}`);
	return [...inTwelve, ...inTen];
}
