"""Reads a file of `npm run match -- people.csv --dimacs FILE` and matches it with networkx: value and processor seconds."""

import sys
import time

import networkx

graph = networkx.Graph()
with open(sys.argv[1], encoding="utf-8") as lines:
    for line in lines:
        kind, *rest = line.split()
        if kind == "e":
            graph.add_edge(int(rest[0]), int(rest[1]), weight=int(rest[2]))

began = time.process_time()
pairs = networkx.max_weight_matching(graph)
seconds = time.process_time() - began
print("value", sum(graph.edges[pair]["weight"] for pair in pairs), "pairs", len(pairs), "seconds", round(seconds, 3))
