package org.vcdsl.topology;

/**
 * What a workload asks for: the request is reserved, the limit is never exceeded. Units stand in the name of the component that
 * holds it.
 *
 * @param request at least 0
 * @param limit at least the request
 */
public record Demand(long request, long limit) {

	public Demand {
		if (request < 0 || limit < request) {
			throw new IllegalArgumentException(request + ".." + limit);
		}
	}

	/** So many whole cores, in thousandths: request and limit. */
	static Demand ofCores(int cores) {
		return new Demand(cores * 1000L, cores * 1000L);
	}

	/** Both together. */
	public Demand plus(Demand other) {
		return new Demand(Math.addExact(request, other.request), Math.addExact(limit, other.limit));
	}
}
