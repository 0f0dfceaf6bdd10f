// SPDX-License-Identifier: Apache-2.0
package ee.signalr.it.app;

import ee.signalr.Hub;
import ee.signalr.HubCallerClients;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Answers what it is given, for values of every kind. Stateless. */
@Hub("/values")
public class ValuesHub {

    @Inject
    HubCallerClients clients;

    public boolean echoFlag(boolean value) {
        return value;
    }

    public long echoLong(long value) {
        return value;
    }

    public double echoDouble(double value) {
        return value;
    }

    public BigDecimal echoDecimal(BigDecimal value) {
        return value;
    }

    public byte[] echoBytes(byte[] value) {
        return value;
    }

    public UUID echoId(UUID value) {
        return value;
    }

    public Shade echoShade(Shade value) {
        return value;
    }

    public Instant echoInstant(Instant value) {
        return value;
    }

    public OffsetDateTime echoOffset(OffsetDateTime value) {
        return value;
    }

    public LocalDate echoDate(LocalDate value) {
        return value;
    }

    public Optional<String> echoOptional(Optional<String> value) {
        return value;
    }

    public Ticket echoTicket(Ticket value) {
        return value;
    }

    public List<Ticket> echoTickets(List<Ticket> value) {
        return value;
    }

    public Map<String, Ticket> echoByName(Map<String, Ticket> value) {
        return value;
    }

    /** Sends {@code values(ticket, bytes, shade, instant)} to the caller. */
    public void tell(Ticket ticket, byte[] bytes, Shade shade, Instant instant) {
        clients.caller().send("values", ticket, bytes, shade, instant);
    }
}
