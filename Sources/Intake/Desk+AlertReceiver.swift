import Desk

extension Desk: AlertReceiver {}
