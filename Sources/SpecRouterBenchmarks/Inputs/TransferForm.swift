/// The fields of a transfer as a browser sends them: about 1 KB.
enum TransferForm {
    static let bytes = Array(
        """
        id=3f2b8c1e-8f0a-4f83-9d5e-6a3f1c2b7d10&requestedAt=2026-03-01T12%3A30%3A00Z&value=1250.75&currency=EUR&\
        debtorName=Johanna+Christina+Lindqvist-Bergstrom&debtorIban=SE4550000000058398257466&\
        debtorStreet=Storgatan+12%2C+3+tr&debtorCity=Stockholm&creditorName=Nordic+Wood+and+Paper+Trading+AB&\
        creditorIban=DE89370400440532013000&creditorStreet=Hafenstrasse+77&creditorCity=Hamburg&purpose=invoice&\
        batch=true&priority=5&reference=Invoice+2026-0042%2C+order+8812+%28second+part%29&\
        label=supplier+monthly+wood+north+priority&\
        note=Please+book+on+the+day+of+arrival%3B+questions+to+the+desk+in+Malmo%2C+phone+040+123+45%2C+every+day+from+\
        eight+to+five.+The+amount+covers+freight%2C+handling+and+the+agreed+discount+of+two+per+cent.+The+goods+were+\
        checked+on+arrival+and+are+as+ordered%3B+the+second+part+of+the+order+follows+in+April.
        """.utf8)
}
