SELECT json_build_object(
    'editions', (SELECT coalesce(json_agg(json_build_object('bookId', e.book_id, 'number', e.number, 'stocks', (SELECT json_agg(json_build_object('warehouseId', s.warehouse_id, 'quantity', s.quantity) ORDER BY s.warehouse_id) FROM stock s WHERE s.book_id = e.book_id AND s.edition_number = e.number)) ORDER BY e.book_id, e.number), '[]')
        FROM (SELECT * FROM edition x WHERE number = 2 AND (SELECT min(quantity) FROM stock WHERE book_id = x.book_id AND edition_number = 2) < 0 ORDER BY book_id LIMIT 10) e),
    'unstocked', (SELECT json_agg(json_build_object('bookId', e.book_id, 'number', e.number) ORDER BY e.book_id, e.number) FROM edition e LEFT JOIN stock s ON s.book_id = e.book_id AND s.edition_number = e.number WHERE s.book_id IS NULL AND e.book_id < 8),
    'byEdition', (SELECT json_agg(json_build_object('bookId', book_id, 'editionNumber', edition_number, 'edition', json_build_object('price', price::text)) ORDER BY warehouse_id, book_id) FROM (
        SELECT s.*, e.price FROM stock s JOIN edition e ON e.book_id = s.book_id AND e.number = s.edition_number WHERE e.price > 79.5 ORDER BY s.warehouse_id, s.book_id, s.edition_number LIMIT 10) x));
