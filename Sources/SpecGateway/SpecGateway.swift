@_exported public import SpecRouter
