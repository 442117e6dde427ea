"""The checks of `make lint` that swift-format does not know: what each room may import and say."""
