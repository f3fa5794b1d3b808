SELECT json_build_object(
    'first', (SELECT json_agg(json_build_object('orderId', order_id::text, 'total', total::text) ORDER BY order_id) FROM (SELECT * FROM "order" WHERE total = 20 ORDER BY order_id LIMIT 5) o),
    'second', (SELECT json_agg(json_build_object('orderId', order_id::text) ORDER BY order_id) FROM (SELECT * FROM "order" WHERE total = 20 ORDER BY order_id LIMIT 5 OFFSET 5) o),
    'deep', (SELECT json_agg(json_build_object('bookId', book_id, 'price', price::text, 'rating', rating) ORDER BY place) FROM (
        SELECT *, row_number() OVER (ORDER BY price, (rating IS NOT NULL), rating DESC, book_id) AS place FROM book) b WHERE place BETWEEN 4991 AND 4996),
    'beyond', '[]'::json);
