// Statuses and header fields stand in the signatures of nodes: whoever writes one needs them.
@_exported public import HTTPTypes
