"""What the benchmarks share: a terminal to run programs in, their processes' cost, stores to run them on."""
