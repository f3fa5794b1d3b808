package io.fraiseql.bench.floor;

import com.zaxxer.hikari.HikariDataSource;
import io.fraiseql.bench.Shape;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;

/** Reads a request, runs its statement, writes its rows, gives the connection back and sends. */
final class TypedRowsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient HikariDataSource pool;
    private final transient TypedRows[] answers =
            Arrays.stream(Shape.values()).map(TypedRowsServlet::answer).toArray(TypedRows[]::new);
    private final transient ThreadLocal<JsonBytes> buffers = ThreadLocal.withInitial(JsonBytes::new);

    TypedRowsServlet(HikariDataSource pool) {
        this.pool = pool;
    }

    private static TypedRows answer(Shape shape) {
        return switch (shape) {
            case USER_BY_KEY -> new UserAnswer();
            case POSTS_WITH_AUTHOR -> new PostsAnswer(PostsAnswer.BY_ID);
            case POSTS_WITH_COMMENTS -> new CommentsAnswer();
            case POSTS_WITH_SIBLINGS -> new SiblingsAnswer();
            case FILTERED_PAGE -> new PostsAnswer(PostsAnswer.BY_CATEGORY);
            case WIDE_ROWS -> new WideAnswer();
            case SCORES_BY_MONTH -> new MonthsAnswer();
            case FIRST_PAGE, DEEP_PAGE -> new PageAnswer();
        };
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        byte[] body = new byte[request.getContentLength()];
        request.getInputStream().readNBytes(body, 0, body.length);
        JsonBytes out = buffers.get();
        out.clear();
        try {
            answer(FloorRequest.read(body), out);
        } catch (SQLException e) {
            throw new ServletException(e);
        }
        response.setContentType("application/json");
        response.setContentLength(out.length());
        response.getOutputStream().write(out.array(), 0, out.length());
    }

    private void answer(FloorRequest request, JsonBytes out) throws SQLException {
        TypedRows answer = answers[request.shape().ordinal()];
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(answer.sql())) {
            statement.setObject(1, request.value());
            try (ResultSet rows = statement.executeQuery()) {
                answer.write(rows, out);
            }
        }
    }
}
