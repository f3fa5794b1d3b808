SELECT json_build_object('orderLines', json_agg(json_build_object('orderId', order_id::text, 'lineNumber', line_number, 'bookId', book_id, 'quantity', quantity, 'unitPrice', unit_price::text, 'discount', discount::text) ORDER BY order_id, line_number))
FROM order_line;
