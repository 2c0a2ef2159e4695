"""Adding: what adds up to what, over time, areas and cuts, and what must lie between."""
