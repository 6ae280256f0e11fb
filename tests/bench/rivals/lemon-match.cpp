// Reads a file of `npm run match -- people.csv --dimacs FILE` and matches it with LEMON: value and processor seconds.
#include <lemon/list_graph.h>
#include <lemon/matching.h>

#include <ctime>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

using Graph = lemon::ListGraph;
// Sums of weights do not fit into 32 bits.
using Weights = Graph::EdgeMap<long long>;

int main(int, char** arguments) {
  Graph graph;
  Weights weights(graph);
  std::vector<Graph::Node> nodes;
  std::ifstream file(arguments[1]);
  for (std::string line; std::getline(file, line);) {
    std::istringstream words(line);
    std::string kind, edge;
    words >> kind;
    if (kind == "p") {
      int people = 0;
      words >> edge >> people;
      for (int count = 0; count < people; ++count) nodes.push_back(graph.addNode());
    } else if (kind == "e") {
      int one = 0, other = 0;
      long long weight = 0;
      words >> one >> other >> weight;
      weights[graph.addEdge(nodes[one - 1], nodes[other - 1])] = weight;
    }
  }
  const std::clock_t began = std::clock();
  lemon::MaxWeightedMatching<Graph, Weights> matching(graph, weights);
  matching.run();
  const double seconds = double(std::clock() - began) / CLOCKS_PER_SEC;
  std::cout << "value " << matching.matchingWeight() << " pairs " << matching.matchingSize() << " seconds " << seconds << "\n";
}
