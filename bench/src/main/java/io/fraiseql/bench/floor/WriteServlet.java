package io.fraiseql.bench.floor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/** Reads the variables of a request, writes with a connection of its pool, and answers. */
abstract class WriteServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    static final ObjectMapper MAPPER = new ObjectMapper();

    private final transient HikariDataSource pool;

    WriteServlet(HikariDataSource pool) {
        this.pool = pool;
    }

    /** Writes, leaves the connection as it was, and returns the answer, in ASCII. */
    abstract String write(JsonNode variables, Connection connection) throws SQLException;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        JsonNode variables = MAPPER.readTree(request.getInputStream()).get("variables");
        byte[] answer;
        try (Connection connection = pool.getConnection()) {
            answer = Json.ascii(write(variables, connection));
        } catch (SQLException e) {
            throw new ServletException(e);
        }
        response.setContentType("application/json");
        response.setContentLength(answer.length);
        response.getOutputStream().write(answer);
    }
}
