SELECT TOP (?) [t0].[warehouse_id] AS [c0], [t0].[name] COLLATE Latin1_General_100_BIN2 AS [c1], [t0].[opens] AS [c2], [t0].[closes] AS [c3],
   [t0].[handling] COLLATE Latin1_General_100_BIN2 AS [c4], [t0].[location] COLLATE Latin1_General_100_BIN2 AS [c5]
FROM [warehouse] AS [t0] WITH (UPDLOCK)
WHERE ((LEFT([t0].[name] COLLATE Latin1_General_100_BIN2, DATALENGTH(?) / 2) + N'.' = CAST(? AS nvarchar(max)) COLLATE Latin1_General_100_BIN2 + N'.') AND EXISTS (
  SELECT 1 AS [x]
  FROM [stock] AS [t1]
  WHERE ([t1].[warehouse_id] = [t0].[warehouse_id] AND [t1].[quantity] > 9)
))
ORDER BY [t0].[warehouse_id]

SET NOCOUNT ON; UPDATE [t0] SET [name] = ?, [opens] = ?, [closes] = ?, [handling] = ?, [location] = ?
FROM [warehouse] AS [t0]
JOIN (
  SELECT [c0] AS [c0], [ordinal]
  FROM OPENJSON(?) WITH ([c0] bigint '$[0]', [ordinal] int '$[1]')
) AS [w] ON [t0].[warehouse_id] = [w].[c0]; IF @@ROWCOUNT <> (
  SELECT COUNT_BIG(*) AS [n]
  FROM [warehouse] AS [t0]
  JOIN (
    SELECT [c0] AS [c0], [ordinal]
    FROM OPENJSON(?) WITH ([c0] bigint '$[0]', [ordinal] int '$[1]')
  ) AS [w] ON [t0].[warehouse_id] = [w].[c0]
) THROW 50001, N'the written rows have other keys', 1;
SELECT [t0].[warehouse_id] AS [c0], [t0].[name] COLLATE Latin1_General_100_BIN2 AS [c1], [t0].[opens] AS [c2], [t0].[closes] AS [c3],
   [t0].[handling] COLLATE Latin1_General_100_BIN2 AS [c4], [t0].[location] COLLATE Latin1_General_100_BIN2 AS [c5]
FROM [warehouse] AS [t0]
JOIN (
  SELECT [c0] AS [c0], [ordinal]
  FROM OPENJSON(?) WITH ([c0] bigint '$[0]', [ordinal] int '$[1]')
) AS [w] ON [t0].[warehouse_id] = [w].[c0]
ORDER BY [w].[ordinal]
