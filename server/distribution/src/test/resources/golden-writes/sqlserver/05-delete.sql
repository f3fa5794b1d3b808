SELECT [t0].[warehouse_id] AS [c0], [t0].[book_id] AS [c1], [t0].[edition_number] AS [c2], [t0].[quantity] AS [c3], [t0].[counted_at] AS [c4]
FROM [stock] AS [t0] WITH (UPDLOCK)
WHERE ([t0].[warehouse_id] = ? AND [t0].[book_id] = ? AND [t0].[edition_number] = ?)

DELETE [t0]
FROM [stock] AS [t0]
WHERE ([t0].[warehouse_id] = ? AND [t0].[book_id] = ? AND [t0].[edition_number] = ?)

SELECT [t0].[quantity] AS [c0]
FROM [stock] AS [t0]
WHERE ([t0].[warehouse_id] = ? AND [t0].[book_id] = ? AND [t0].[edition_number] = ?)
